package dev.weir.operators.progress;

import dev.weir.operators.state.ProgressState;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The sentences that a refused start says. */
public final class ProgressText {

  private ProgressText() {}

  /** Of a state that is older than what was released, or of none. */
  public static String older(
      Collection<ProgressState> state, Released released, Comparison comparison) {
    String since = released.newest().map(ProgressText::checkpoint).orElse("more");
    String what =
        state.isEmpty()
            ? "the job begins without a state that knows of it, and " + since
            : "the state to go on from is of " + newest(state) + ", and " + since;
    return what
        + " has been released since; released again would be: "
        + comparison.doubled().text();
  }

  /** Of a state that counts on transactions which the broker has taken back. */
  public static String ahead(Collection<ProgressState> state, Comparison comparison) {
    return "the state to go on from, of "
        + newest(state)
        + ", counts on transactions that were never committed: the broker has ended them, as it"
        + " does after transaction.timeout.ms. Never released would be: "
        + comparison.lost().text();
  }

  /** What to do about the first. */
  public static String mendOlder(String topic) {
    return "Go on from the newest state: --from PATH names it; or, where no cohorts are released,"
        + " --accept-duplicates releases them again and says so in "
        + topic;
  }

  /** What to do about the second. */
  public static String mendAhead(String topic) {
    return "Go on from the checkpoint before it (--from PATH), which releases them; or, where"
        + " no cohorts are released, --accept-gap leaves them out and says so in "
        + topic;
  }

  private static String checkpoint(ProgressRecord record) {
    return words(record.state()) + " (" + Instant.ofEpochMilli(record.time()) + ")";
  }

  private static String newest(Collection<ProgressState> state) {
    Optional<ProgressState> newest =
        state.stream().reduce((one, other) -> other.newerThan(one) ? other : one);
    return newest.map(ProgressText::words).orElse("no checkpoint");
  }

  private static String words(ProgressState state) {
    return "checkpoint " + state.checkpoint() + " of start " + state.start();
  }
}
