package dev.weir.jobs.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.weir.metering.focus.FocusBreach;
import dev.weir.metering.focus.FocusCheck;
import dev.weir.metering.focus.FocusCsv;
import dev.weir.metering.focus.FocusTable;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageFormatException;
import dev.weir.metering.usage.UsageJson;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a run's charges are made of: the usage that it wrote, read again. */
final class ChargesFile {

  private ChargesFile() {}

  static void write(Path usage, RunCharges charges, Path file) throws IOException {
    FocusTable table = charges.table(events(usage));
    List<FocusBreach> breaches = FocusCheck.check(table);
    if (!breaches.isEmpty()) {
      throw new IllegalStateException("a table breaks FOCUS: " + breaches.get(0));
    }
    try (Writer out = Files.newBufferedWriter(file)) {
      FocusCsv.write(table, out);
    }
  }

  private static List<UsageEvent> events(Path usage) throws IOException {
    List<UsageEvent> events = new ArrayList<>();
    for (String line : Files.readAllLines(usage)) {
      try {
        events.add(UsageJson.read(line.getBytes(UTF_8)));
      } catch (UsageFormatException notOurs) {
        throw new IllegalStateException("the meter wrote what is no usage event", notOurs);
      }
    }
    return events;
  }
}
