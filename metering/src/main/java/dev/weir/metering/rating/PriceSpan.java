package dev.weir.metering.rating;

import dev.weir.config.agreement.Price;
import dev.weir.config.agreement.Quota;
import dev.weir.config.agreement.Quota.OnExceed;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A time in which one price held.
 *
 * @param from inclusive
 * @param to exclusive
 * @param name of the price, after the version that brought it: {@code
 *     standard/gold@2026-01-01T00:00:00Z} of a price book, else {@code acme-payments@1.0.0}
 * @param price its currency is said; null: nothing is charged
 * @param quota what counts as over it; null: nothing
 */
public record PriceSpan(
    Instant from, Instant to, String name, @Nullable Price price, @Nullable Quota quota)
    implements Serializable {

  /** Whether the next one goes on where this one ends, at the same price, whatever its name. */
  boolean goesOn(PriceSpan next) {
    return to.equals(next.from)
        && Objects.equals(price, next.price)
        && Objects.equals(quota, next.quota);
  }

  PriceSpan until(Instant end) {
    return new PriceSpan(from, end, name, price, quota);
  }

  /** What a thousand records over the quota cost; empty where they cost what others do. */
  Optional<BigDecimal> overage() {
    boolean billed = quota != null && quota.onExceed() == OnExceed.BILL;
    return billed && price != null
        ? Optional.ofNullable(price.overagePerThousandRecords())
        : Optional.empty();
  }
}
