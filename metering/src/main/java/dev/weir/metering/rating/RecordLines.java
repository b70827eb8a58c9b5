package dev.weir.metering.rating;

import dev.weir.metering.money.Money;
import dev.weir.metering.rating.Bands.Band;
import dev.weir.metering.rating.RatedLine.Unit;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the records of a month cost: a line for each price and tier of it that has any. */
final class RecordLines {

  private record Sold(Charged charged, BigDecimal perThousand, long records) {

    Sold plus(Sold other) {
      return new Sold(charged, perThousand, Math.addExact(records, other.records));
    }

    RatedLine line(ChargeKey key) {
      BigDecimal thousands = RatedLine.thousands(records);
      Money amount = Money.rounded(key.currency(), thousands.multiply(perThousand));
      return charged.line(key, thousands, Unit.THOUSAND_RECORDS, perThousand, amount);
    }
  }

  private final Map<ChargeKey, Sold> sold = new TreeMap<>();
  private final long total;

  /**
   * @param total records of the month, by which volume tiers go
   */
  RecordLines(long total) {
    this.total = total;
  }

  void add(Charged charged, Stretch stretch) {
    long within = stretch.within();
    for (Band band : Bands.of(charged.price(), total)) {
      ChargeKey key = charged.key(band.kind(), band.tier());
      add(key, new Sold(charged, band.perThousand(), band.of(stretch.before(), within)));
    }
    ChargeKey over = charged.key(ChargeKind.OVERAGE, 0);
    stretch
        .span()
        .overage()
        .ifPresent(price -> add(over, new Sold(charged, price, stretch.records() - within)));
  }

  private void add(ChargeKey key, Sold part) {
    if (part.records() > 0) {
      sold.merge(key, part, Sold::plus);
    }
  }

  List<RatedLine> lines() {
    List<RatedLine> lines = new ArrayList<>();
    sold.forEach((key, all) -> lines.add(all.line(key)));
    return lines;
  }
}
