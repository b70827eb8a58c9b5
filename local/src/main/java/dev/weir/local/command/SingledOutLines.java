package dev.weir.local.command;

import dev.weir.local.preview.ReleaseSample;
import dev.weir.local.preview.SinglingOut;
import java.util.List;
import java.util.Locale;

/** How many people each release singles out in a sample. */
final class SingledOutLines {

  private SingledOutLines() {}

  static List<String> of(List<ReleaseSample> samples) {
    return samples.stream().map(SingledOutLines::line).toList();
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
