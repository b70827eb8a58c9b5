package dev.weir.jobs.start;

import dev.weir.config.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was looked at before a start.
 *
 * @param subject what was looked at: {@code broker}, {@code topic acme.payments.v1}
 * @param message what was found; a fact if good
 * @param command what mends it, for a shell; empty if there is no one command
 * @param problem where the user's files ask for it, its rule and its mend; null unless bad
 */
public record Finding(
    State state, String subject, String message, String command, @Nullable Problem problem) {

  /** How it stands. */
  public enum State {
    /** As the gateway needs it. */
    GOOD,
    /** A start would be refused, or an agreement be broken. */
    BAD,
    /** It could not be found out. */
    UNKNOWN
  }

  /** What to do about it, in words; empty if nothing is to be done. */
  public String mend() {
    return problem == null ? "" : problem.mend();
  }
}
