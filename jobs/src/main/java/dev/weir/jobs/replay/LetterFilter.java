package dev.weir.jobs.replay;

import dev.weir.operators.deadletter.DeadLetter;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which dead letters are meant.
 *
 * @param reasons by their words; empty: all
 * @param release {@code release} or {@code agreement/release}; null: all. A letter of decode stands
 *     for every release, and so for this one
 * @param since the earliest time of the letter; null: all
 */
public record LetterFilter(Set<String> reasons, @Nullable String release, @Nullable Instant since) {

  public LetterFilter {
    reasons = Set.copyOf(reasons);
  }

  /** Whether a letter is meant. */
  public boolean takes(StoredLetter stored) {
    DeadLetter letter = stored.letter();
    return (reasons.isEmpty() || reasons.contains(letter.reason()))
        && (letter.release() == null || takes(letter.agreementId(), letter.release()))
        && (since == null || stored.timestamp() >= since.toEpochMilli());
  }

  /** Whether a release is meant. */
  boolean takes(@Nullable String agreement, String name) {
    return release == null || release.equals(name) || release.equals(agreement + "/" + name);
  }
}
