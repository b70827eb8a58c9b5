package dev.weir.operators.quota;

import dev.weir.plan.QuotaPlan;
import dev.weir.plan.QuotaPlan.Limits;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The limits of an agreement at each time: looked up when a version begins, not for each record.
 */
public final class EffectiveLimits {

  /** Nothing is kept back. */
  private static final Limits NONE = new Limits(null, null, null, null, null, null, "bill", null);

  private final @Nullable QuotaPlan quota;
  private Limits limits = NONE;
  private long from = Long.MAX_VALUE;
  private long to = Long.MIN_VALUE;

  /**
   * @param quota null: there is none
   */
  public EffectiveLimits(@Nullable QuotaPlan quota) {
    this.quota = quota;
  }

  /** What is limited then; of what is only billed nothing is. */
  public Limits at(long now) {
    if (now < from || now >= to) {
      turnTo(now);
    }
    return limits;
  }

  private void turnTo(long now) {
    Limits then = quota == null ? null : quota.at(now);
    limits = then == null || !then.restrains() ? NONE : then;
    from = now;
    to = quota == null ? Long.MAX_VALUE : next(quota, now);
  }

  private static long next(QuotaPlan quota, long now) {
    return quota.versions().stream()
        .map(QuotaPlan.Version::from)
        .filter(Objects::nonNull)
        .mapToLong(begins -> Instant.parse(begins).toEpochMilli())
        .filter(begins -> begins > now)
        .min()
        .orElse(Long.MAX_VALUE);
  }
}
