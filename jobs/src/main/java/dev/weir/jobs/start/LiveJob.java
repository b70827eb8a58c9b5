package dev.weir.jobs.start;

import dev.weir.jobs.kafka.KafkaProgressLog;
import dev.weir.operators.progress.ProgressRecord;
import dev.weir.operators.progress.Released;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether another job of the gateway runs: it writes a progress record with every checkpoint. A job
 * whose checkpoints are further apart than {@link #window} is not seen, nor one that has not come
 * to its first; what such a job and another do to each other ends one of them, for both hold their
 * state against the topic whenever they begin.
 */
final class LiveJob {

  private static final Duration SLACK = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);
  private static final Duration NEVER = Duration.ofMillis(-1);

  private LiveJob() {}

  /** One and a half intervals between checkpoints and a second, but no more than a minute. */
  static Duration window(ProgressRecord newest) {
    Duration often = Duration.ofMillis(newest.interval()).multipliedBy(3).dividedBy(2).plus(SLACK);
    return often.compareTo(LONGEST) > 0 ? LONGEST : often;
  }

  /** How long a sign of life has to be waited for, if the newest there is that old. */
  static Duration wait(ProgressRecord newest, Instant now) {
    Duration window = window(newest);
    Duration left = Duration.between(now, Instant.ofEpochMilli(newest.time()).plus(window));
    return left.compareTo(window) > 0 ? window : left; // its clock may be ahead of ours
  }

  /** Its sign of life, which is waited for if the newest record is young; empty: there is none. */
  static Optional<ProgressRecord> seen(String gateway, KafkaProgressLog log, Released released)
      throws IOException {
    Optional<ProgressRecord> newest = newest(released);
    Duration wait = newest.map(last -> wait(last, Instant.now())).orElse(NEVER);
    if (wait.isNegative()) {
      return Optional.empty();
    }
    Optional<ProgressRecord> sign = log.next(gateway, wait);
    // One may have come between the reading and the waiting.
    return sign.isPresent() ? sign : newest(log.read(gateway)).filter(last -> later(last, newest));
  }

  private static Optional<ProgressRecord> newest(Released released) {
    return Stream.concat(released.committed().values().stream(), released.undecided().stream())
        .max(Comparator.comparingLong(ProgressRecord::time));
  }

  private static boolean later(ProgressRecord last, Optional<ProgressRecord> before) {
    return before.stream().allMatch(known -> last.time() > known.time());
  }

  /**
   * @param released what the topic said of each ending before the sign
   */
  static void refuse(ProgressRecord sign, List<Released> released, Findings findings) {
    findings.add(
        EnvironmentRule.SECOND_JOB,
        Findings.path("id"),
        words(sign)
            + "; released so far: "
            + released.stream().map(Released::text).collect(Collectors.joining("; ")),
        "Stop it, with a savepoint; two jobs of one gateway would end each other's transactions");
  }

  static String words(ProgressRecord sign) {
    return "a job of this gateway runs: Flink's job "
        + sign.job()
        + " has just passed checkpoint "
        + sign.state().checkpoint();
  }
}
