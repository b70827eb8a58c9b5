package dev.weir.operators.stage;

import dev.weir.operators.record.Rejection;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The share of the last 1,000 records that were dead-lettered, whole or for a release. Too large a
 * share means that the source is not what the product says, and that going on would only move the
 * stream into the dead letters: it ends the job for good.
 */
final class DeadLetterShare {

  private static final int WINDOW = 1_000;
  private static final int NAMED = 5;

  private final double maxShare;
  private final int[] last = new int[WINDOW];
  private final List<Rejection> seen = new ArrayList<>();
  private int next;
  private boolean full;
  private int dead;

  /**
   * @param maxShare 0 to 1; never exceeded if 1
   */
  DeadLetterShare(double maxShare) {
    this.maxShare = maxShare;
  }

  /**
   * One more record.
   *
   * @param rejection the first of it; null if none of it was dead-lettered
   * @throws org.apache.flink.runtime.execution.SuppressRestartsException if the share is too large
   */
  void add(@Nullable Rejection rejection) {
    int code = rejection == null ? 0 : code(rejection);
    dead += Integer.signum(code) - Integer.signum(last[next]);
    last[next] = code;
    next = next + 1 == WINDOW ? 0 : next + 1;
    full |= next == 0;
    if (full && dead > maxShare * WINDOW) {
      throw JobStoppedException.stop(JobStoppedException.Kind.DEAD_LETTER_SHARE, message());
    }
  }

  private int code(Rejection rejection) {
    int known = seen.indexOf(rejection);
    if (known < 0) {
      known = seen.size();
      seen.add(rejection);
    }
    return known + 1;
  }

  private String message() {
    return String.format(
        Locale.ROOT,
        "%d of the last %d records were dead-lettered, more than maxShare %s allows: %s. Nothing is"
            + " lost: a new start goes on from the last checkpoint. Mend the source or the product;"
            + " or raise deadLetters.maxShare of the gateway and start again",
        dead,
        WINDOW,
        maxShare,
        mostFrequent());
  }

  private String mostFrequent() {
    long[] counts = new long[seen.size() + 1];
    for (int code : last) {
      counts[code]++;
    }
    return IntStream.range(1, counts.length)
        .boxed()
        .filter(code -> counts[code] > 0)
        .sorted(Comparator.comparingLong((Integer code) -> -counts[code]))
        .limit(NAMED)
        .map(code -> named(seen.get(code - 1)) + " " + counts[code])
        .collect(Collectors.joining(", "));
  }

  private static String named(Rejection rejection) {
    String reason = rejection.reason().word();
    return rejection.field() == null ? reason : reason + " of " + rejection.field();
  }
}
