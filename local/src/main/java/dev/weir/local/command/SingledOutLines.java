package dev.weir.local.command;

import dev.weir.local.preview.KnownRows;
import dev.weir.local.preview.ReleaseSample;
import dev.weir.local.preview.SinglingOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How many people each release singles out in a sample. */
final class SingledOutLines {

  private SingledOutLines() {}

  static List<String> of(List<ReleaseSample> samples) {
    List<String> lines = new ArrayList<>();
    for (ReleaseSample sample : samples) {
      if (sample.statistics().isPresent()) {
        continue; // of statistics nothing is of one person
      }
      lines.add(line(sample));
      if (sample.linksRows()) {
        lines.add(known(sample, 2));
        lines.add(known(sample, 3));
      }
    }
    return lines;
  }

  private static String known(ReleaseSample sample, int rows) {
    KnownRows.Found by = sample.knownRows().by(rows);
    return String.format(
        Locale.ROOT,
        "%s: its tokens link the rows of a person: who knows %d of them finds %,d of the %,d people"
            + " who have as many (%d %%)",
        sample.release().topic(),
        rows,
        by.found(),
        by.people(),
        by.people() == 0 ? 0 : Math.round(100.0 * by.found() / by.people()));
  }

  private static String line(ReleaseSample sample) {
    SinglingOut out = sample.singlingOut();
    String topic = sample.release().topic();
    if (out.people() == 0) {
      return topic + ": no person of the sample is in what is released";
    }
    return String.format(
        Locale.ROOT,
        "%s: what is released besides tokens singles out %,d of %,d people in the sample (%d %%)",
        topic,
        out.singledOut(),
        out.people(),
        Math.round(100.0 * out.singledOut() / out.people()));
  }
}
