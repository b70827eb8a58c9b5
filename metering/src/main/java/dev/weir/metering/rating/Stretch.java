package dev.weir.metering.rating;

import dev.weir.config.agreement.Quota;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Records of one day under one price.
 *
 * @param before records of the month that came before
 * @param beforeToday those of the same day among them
 */
record Stretch(PriceSpan span, long before, long beforeToday, long records) {

  /** How many are within the quota: all, unless what is over has a price of its own. */
  long within() {
    Quota quota = span.quota();
    if (quota == null || span.overage().isEmpty()) {
      return records;
    }
    long today = left(quota.recordsPerDay(), beforeToday);
    long month = left(quota.recordsPerMonth(), before);
    return Math.min(records, Math.min(today, month));
  }

  private static long left(@Nullable Long limit, long used) {
    return Math.max(0, Objects.requireNonNullElse(limit, Long.MAX_VALUE) - used);
  }
}
