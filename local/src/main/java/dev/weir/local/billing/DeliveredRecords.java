package dev.weir.local.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.Metered;
import dev.weir.metering.usage.UsageEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Records that runs delivered, counted in the topics' files and nowhere else: which file is whose
 * says {@code summary.json}, in which month they were released the run's usage.
 */
public final class DeliveredRecords {

  private static final String SUMMARY = "summary.json";

  private final YearMonth month;
  private final SortedMap<String, Long> counted = new TreeMap<>();
  private final List<String> problems = new ArrayList<>();

  private DeliveredRecords(YearMonth month) {
    this.month = month;
  }

  /**
   * Counts them.
   *
   * @param runs directories of runs, or in which, and below which, those are
   * @return by agreement id; an agreement of which nothing was delivered in that month may lack
   * @throws BillingInputException if a topic's file is missing, or nothing says when it was
   *     released
   */
  public static SortedMap<String, Long> of(List<Path> runs, YearMonth month)
      throws IOException, BillingInputException {
    DeliveredRecords records = new DeliveredRecords(month);
    for (Path summary : FoundFiles.named(SUMMARY, runs)) {
      records.run(summary);
    }
    if (!records.problems.isEmpty()) {
      throw new BillingInputException(records.problems);
    }
    return records.counted;
  }

  private void run(Path summary) throws IOException, BillingInputException {
    List<UsageEvent> usage = UsageFiles.read(List.of(summary.resolveSibling(UsageFiles.NAME)));
    try {
      JsonNode releases = new JsonMapper().readTree(summary.toFile()).path("releases");
      for (Map.Entry<String, JsonNode> release : releases.properties()) {
        topic(summary.resolveSibling(release.getKey() + ".jsonl"), release.getValue(), usage);
      }
    } catch (JsonProcessingException | IllegalArgumentException noSummary) {
      problems.add(summary + ": is no summary of weir run. Name the directory of a run.");
    }
  }

  private void topic(Path file, JsonNode release, List<UsageEvent> usage) throws IOException {
    AgreementRef of = AgreementRef.parse(release.path("agreement").asText());
    if (!Files.isRegularFile(file)) {
      problems.add(file + ": is missing, though the run's " + SUMMARY + " names its topic.");
      return;
    }
    long records = records(file);
    Set<YearMonth> months = months(of, release.path("release").asText(), usage);
    if (records > 0 && months.size() != 1) {
      problems.add(
          file
              + ": holds records, and the run's usage says "
              + (months.isEmpty() ? "nothing of them." : "several months.")
              + " Count them by hand, and give --delivered.");
    } else if (months.contains(month)) {
      counted.merge(of.id(), records, Long::sum);
    }
  }

  private static long records(Path file) throws IOException {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.filter(line -> !line.isBlank()).count();
    } catch (UncheckedIOException unread) {
      throw unread.getCause();
    }
  }

  private static Set<YearMonth> months(
      AgreementRef agreement, String release, List<UsageEvent> usage) {
    return usage.stream()
        .map(UsageEvent::data)
        .filter(data -> data.agreement().equals(agreement))
        .filter(data -> data.release().equals(release))
        .map(Metered::window)
        .map(window -> window.month())
        .collect(Collectors.toSet());
  }
}
