package dev.weir.jobs.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a run before has left in the output directory. Its summary alone says so: a file that no
 * summary knows of is the user's.
 */
final class FormerRun {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** No other name is a topic's, and none of these leads out of the directory. */
  private static final Pattern TOPIC = Pattern.compile("[A-Za-z0-9._-]{1,249}");

  private FormerRun() {}

  /** The names of its topics' files that are there; empty where there is no summary of Weir's. */
  static SortedSet<String> files(OutputFiles files) {
    SortedSet<String> names = new TreeSet<>();
    for (String topic : topics(files.file(ResultFiles.SUMMARY))) {
      Stream.of(
              ResultFiles.linesOf(topic),
              ContractFiles.contractOf(topic),
              ContractFiles.schemaOf(topic))
          .filter(name -> Files.isRegularFile(files.file(name), LinkOption.NOFOLLOW_LINKS))
          .forEach(names::add);
    }
    if (Files.exists(files.file(ResultFiles.SUMMARY)) && isReport(files.file(ResultFiles.REPORT))) {
      names.add(ResultFiles.REPORT);
    }
    return names;
  }

  /** A file of that name that Weir did not write is the user's. */
  private static boolean isReport(Path file) {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return false;
    }
    byte[] mark = RunReport.MARK.getBytes(StandardCharsets.UTF_8);
    try (InputStream begins = Files.newInputStream(file)) {
      return Arrays.equals(begins.readNBytes(mark.length), mark);
    } catch (IOException notOurs) {
      return false;
    }
  }

  private static List<String> topics(Path summary) {
    try {
      return Files.exists(summary) ? topics(JSON.readTree(summary.toFile())) : List.of();
    } catch (IOException notOurs) {
      return List.of(); // a file of that name that Weir did not write says nothing of its runs
    }
  }

  private static List<String> topics(JsonNode summary) {
    return summary.path("releases").properties().stream()
        .filter(release -> release.getValue().hasNonNull("agreement"))
        .map(release -> release.getKey())
        .filter(topic -> TOPIC.matcher(topic).matches())
        .toList();
  }
}
