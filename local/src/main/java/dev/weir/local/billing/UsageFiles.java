package dev.weir.local.billing;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageFormatException;
import dev.weir.metering.usage.UsageJson;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Usage events in files: a CloudEvent in structured mode a line, as {@code weir run} writes. */
public final class UsageFiles {

  /** The name of such a file in the directory of a run. */
  public static final String NAME = "usage.jsonl";

  private final List<UsageEvent> events = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private UsageFiles() {}

  /**
   * All of them.
   *
   * @param paths files of any name, or directories in which, and below which, every {@code
   *     usage.jsonl} is read
   * @throws BillingInputException if a line is no usage event; names each, and no value
   */
  public static List<UsageEvent> read(List<Path> paths) throws IOException, BillingInputException {
    UsageFiles files = new UsageFiles();
    for (Path file : FoundFiles.named(NAME, paths)) {
      files.file(file);
    }
    if (!files.problems.isEmpty()) {
      throw new BillingInputException(files.problems);
    }
    return files.events;
  }

  private void file(Path file) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (CharacterCodingException notText) {
      problems.add(file + ": is not UTF-8. Name a file of usage events.");
      return;
    }
    for (int i = 0; i < lines.size(); i++) {
      line(file + ":" + (i + 1), lines.get(i));
    }
  }

  private void line(String place, String line) {
    if (line.isBlank()) {
      return;
    }
    try {
      events.add(UsageJson.read(line.getBytes(UTF_8)));
    } catch (UsageFormatException wrong) {
      problems.add(place + ": " + wrong.getMessage());
    }
  }
}
