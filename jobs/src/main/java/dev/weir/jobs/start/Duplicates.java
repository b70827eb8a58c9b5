package dev.weir.jobs.start;

import dev.weir.operators.meter.ReleasedAgain;
import dev.weir.operators.progress.Amount;
import dev.weir.plan.ReleasePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What was let be released again, as the meter knows it again when it leaves. */
final class Duplicates {

  private Duplicates() {}

  /**
   * Spans of the sources, for each topic that they are in.
   *
   * @param sources by topic that is written, what it is made of
   */
  static List<ReleasedAgain> of(
      List<Amount> accepted, List<ReleasePlan> releases, Map<String, String> sources) {
    List<ReleasedAgain> spans = new ArrayList<>();
    for (Amount amount : accepted) {
      for (ReleasePlan release : releases) {
        String source = sources.get(release.topic());
        if (source != null && amount.records().containsKey(release.topic()) && inOrder(release)) {
          amount.sources().forEach((name, span) -> add(release.topic(), source, name, span, spans));
        }
      }
    }
    return spans;
  }

  /** What waits for a quota leaves in another order, so that offsets do not tell what had left. */
  private static boolean inOrder(ReleasePlan release) {
    return !release.restrained();
  }

  private static void add(
      String topic, String source, String name, Amount.Span span, List<ReleasedAgain> into) {
    int cut = name.lastIndexOf('-');
    if (name.substring(0, cut).equals(source)) {
      int partition = Integer.parseInt(name.substring(cut + 1));
      into.add(new ReleasedAgain(topic, partition, span.after(), span.to()));
    }
  }
}
