package dev.weir.metering.focus;

import dev.weir.metering.ledger.ChargeLedger;
import dev.weir.metering.ledger.Ledgers;
import dev.weir.metering.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tables of tests. */
public final class Tables {

  static final Names NAMES =
      new Names(
          "Payments Ltd",
          Map.of("acme", "Acme Analytics"),
          Map.of("acme-payments", "card-payments"));

  private Tables() {}

  /** March, closed; in April a correction and a credit. */
  public static ChargeLedger ledger() {
    ChargeLedger ledger = new ChargeLedger("");
    Ledgers.charge(ledger, Ledgers.MARCH, 1_500_500);
    Ledgers.close(ledger, Ledgers.MARCH);
    Ledgers.charge(ledger, Ledgers.MARCH, 1_500_000);
    ledger.credit(2, Money.ofMinor(Ledgers.EUR, 1000), "=1+1", Ledgers.LATER);
    return ledger;
  }

  static FocusTable march(FocusVersion version) {
    return FocusRows.of(ledger().entries(), Ledgers.MARCH, NAMES, version);
  }

  static FocusTable april(FocusVersion version) {
    return FocusRows.of(ledger().entries(), Ledgers.APRIL, NAMES, version);
  }

  /**
   * The table with cells of its first row changed: {@code Column=value}, or {@code Column=} for
   * null.
   */
  static FocusTable changed(FocusTable table, String... cells) {
    Map<String, String> row = new HashMap<>(table.rows().get(0).cells());
    for (String cell : cells) {
      String[] parts = cell.split("=", 2);
      if (parts[1].isEmpty()) {
        row.remove(parts[0]);
      } else {
        row.put(parts[0], parts[1]);
      }
    }
    List<FocusRow> rows = new ArrayList<>(table.rows());
    rows.set(0, new FocusRow(row));
    return new FocusTable(table.version(), table.header(), rows);
  }
}
