package dev.weir.metering.rating;

import dev.weir.config.agreement.Price;
import dev.weir.config.agreement.Price.PriceTier;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What the records of a month cost by their place in it: the first {@code freeRecords} nothing, the
 * others what their tier says. Graduated tiers go by the record's own place, volume tiers by the
 * month's total.
 */
final class Bands {

  /**
   * @param after the places before it
   * @param upTo its last place
   */
  record Band(long after, long upTo, ChargeKind kind, int tier, BigDecimal perThousand) {

    /** How many of the records behind {@code before} are in it. */
    long of(long before, long records) {
      return Math.max(0, Math.min(upTo, before + records) - Math.max(after, before));
    }
  }

  private Bands() {}

  static List<Band> of(Price price, long total) {
    List<Band> bands = new ArrayList<>();
    long free = Objects.requireNonNullElse(price.freeRecords(), 0L);
    List<PriceTier> tiers = price.perThousandRecords();
    if (free > 0 || tiers.isEmpty()) {
      long upTo = tiers.isEmpty() ? Long.MAX_VALUE : free;
      bands.add(new Band(0, upTo, ChargeKind.FREE, 0, BigDecimal.ZERO));
    }
    long after = free;
    for (int i = 0; i < tiers.size(); i++) {
      long upTo = end(tiers.get(i));
      boolean here = !price.volume() || total <= upTo;
      if (here && upTo > after) {
        long last = price.volume() ? Long.MAX_VALUE : upTo;
        bands.add(new Band(after, last, ChargeKind.RECORDS, i + 1, tiers.get(i).price()));
        after = last;
      }
    }
    return bands;
  }

  private static long end(PriceTier tier) {
    return Objects.requireNonNullElse(tier.upTo(), Long.MAX_VALUE);
  }
}
