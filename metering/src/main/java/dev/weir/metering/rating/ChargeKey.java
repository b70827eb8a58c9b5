package dev.weir.metering.rating;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Currency;

/**
 * What a line charges: lines of one key are one charge and its corrections.
 *
 * @param agreement its id
 * @param month of the release, in UTC
 * @param from since when, in that month, the price held
 * @param price the name of a {@link PriceSpan}
 * @param tier from 1; 0 where there are none
 */
public record ChargeKey(
    String agreement,
    YearMonth month,
    Instant from,
    String price,
    Currency currency,
    ChargeKind kind,
    int tier)
    implements Comparable<ChargeKey> {

  private static final Comparator<ChargeKey> ORDER =
      Comparator.comparing(ChargeKey::agreement)
          .thenComparing(ChargeKey::month)
          .thenComparing(ChargeKey::from)
          .thenComparing(ChargeKey::price)
          .thenComparing(key -> key.currency().getCurrencyCode())
          .thenComparing(ChargeKey::kind)
          .thenComparing(ChargeKey::tier);

  @Override
  public int compareTo(ChargeKey other) {
    return ORDER.compare(this, other);
  }
}
