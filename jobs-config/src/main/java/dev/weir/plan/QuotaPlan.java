package dev.weir.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How much an agreement may let out, over all its releases.
 *
 * @param agreement its id
 * @param versions by the time from which they hold; the newest that has begun does. The agreement's
 *     own quota is one that holds always
 */
public record QuotaPlan(String agreement, List<Version> versions) implements Serializable {

  public QuotaPlan {
    versions = List.copyOf(versions);
  }

  /**
   * A quota from a time on.
   *
   * @param from RFC 3339; null: always
   * @param limits null: none from then on
   */
  public record Version(@Nullable String from, @Nullable Limits limits) implements Serializable {

    boolean begunBy(long now) {
      return from == null || Instant.parse(from).toEpochMilli() <= now;
    }
  }

  /**
   * What is limited, and what becomes of a record that is over.
   *
   * @param recordsPerSecond by a bucket that holds one second's records; days and months are those
   *     of UTC; bytes are of values; null: not limited
   * @param onExceed {@code hold}, {@code reject} or {@code bill}
   * @param epsilonPerMonth privacy loss, as usage counts it
   * @param hold null where nothing is held
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Limits(
      @Nullable Long recordsPerSecond,
      @Nullable Long recordsPerDay,
      @Nullable Long recordsPerMonth,
      @Nullable Long bytesPerDay,
      @Nullable Long bytesPerMonth,
      @Nullable BigDecimal epsilonPerMonth,
      String onExceed,
      @Nullable Hold hold)
      implements Serializable {

    /** Whether a record that is over does not leave, or not now. */
    public boolean restrains() {
      return !onExceed.equals("bill");
    }
  }

  /**
   * What is kept of what is over.
   *
   * @param records at most so many
   * @param duration how long each, an ISO 8601 period or duration
   */
  public record Hold(long records, String duration) implements Serializable {}

  /** Whether any version keeps something from leaving, for which the graph needs a stage. */
  public boolean restrains() {
    return versions.stream()
        .map(Version::limits)
        .anyMatch(limits -> limits != null && limits.restrains());
  }

  /**
   * What holds at a time.
   *
   * @param now ms since the epoch
   * @return null: nothing is limited
   */
  public @Nullable Limits at(long now) {
    Limits newest = null;
    for (Version version : versions) {
      if (version.begunBy(now)) {
        newest = version.limits();
      }
    }
    return newest;
  }
}
