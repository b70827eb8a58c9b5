package dev.weir.metering.ledger;

import dev.weir.metering.ledger.Entry.Charge;
import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.Entry.Posting;
import dev.weir.metering.ledger.Reconciliation.Row;
import dev.weir.metering.money.Money;
import dev.weir.metering.rating.Prices;
import dev.weir.metering.rating.Rated;
import dev.weir.metering.rating.Rating;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.Usage;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Ledgers of tests. */
public final class Ledgers {

  public static final YearMonth MARCH = Prices.MARCH;
  public static final YearMonth APRIL = MARCH.plusMonths(1);
  public static final Instant LATER = Instant.parse("2026-09-01T00:00:00Z");
  public static final Currency EUR = Money.currency("EUR");

  private Ledgers() {}

  /** What so many records in a month cost by the example's price. */
  public static Rated rated(YearMonth month, long records) {
    Minute minute = Minute.of(Instant.parse(month + "-17T08:30:00Z"));
    return Rating.rate(
        Prices.tariff(Prices.example()),
        month,
        new TreeMap<>(Map.of(minute, Usage.ofRecords(records))));
  }

  public static List<Charge> charge(ChargeLedger ledger, YearMonth month, long records) {
    return ledger.charge("acme", "acme-payments", month, rated(month, records), LATER);
  }

  public static Closing close(ChargeLedger ledger, YearMonth month) {
    return ledger.close(agreed(ledger, month), LATER);
  }

  /** The reconciliation that the ledger's lines make, found by looking at every line. */
  static Reconciliation agreed(ChargeLedger ledger, YearMonth month) {
    Map<String, Long> records = new TreeMap<>();
    for (Entry entry : ledger.entries()) {
      if (entry instanceof Charge charge && charge.key().month().equals(month)) {
        records.merge(charge.key().agreement(), charge.line().records(), Long::sum);
      }
    }
    List<Row> rows =
        records.entrySet().stream()
            .map(one -> row(one.getKey(), one.getValue(), one.getValue()))
            .toList();
    return new Reconciliation(month, rows);
  }

  static Row row(String agreement, long delivered, long charged) {
    return new Row(agreement, delivered, charged, charged, 0, null);
  }

  static Money sum(List<? extends Posting> postings) {
    return postings.stream().map(Posting::amount).reduce(Money.none(EUR), Money::plus);
  }
}
