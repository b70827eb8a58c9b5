package dev.weir.local.command;

import dev.weir.local.terminal.TextTable;
import dev.weir.operators.statistics.LedgerRow;
import dev.weir.privacy.budget.Conversion;
import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.ledger.Account;
import dev.weir.privacy.ledger.Ledger;
import dev.weir.privacy.ledger.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What a ledger says was spent of each budget, and what is left. */
final class BudgetLines {

  private static final int BAR = 20;
  private static final double MOST_DELTA = 0.5;

  private final Ledger ledger = new Ledger();
  private final Map<Account, LedgerRow> latest = new HashMap<>();

  private BudgetLines(List<LedgerRow> rows) {
    for (LedgerRow row : rows) {
      ledger.note(row.charge());
      latest.merge(row.charge().account(), row, BudgetLines::drawn);
    }
  }

  /** The later of two, but for one that is a sum of others' numbers: no groups are looked for. */
  private static LedgerRow drawn(LedgerRow before, LedgerRow row) {
    return row.charge().rho().value() > 0 ? row : before;
  }

  private LedgerRow latest(Account account) {
    return Objects.requireNonNull(latest.get(account));
  }

  static List<String> of(List<LedgerRow> rows) {
    BudgetLines lines = new BudgetLines(rows);
    if (rows.isEmpty()) {
      return List.of("Nothing has been spent.");
    }
    List<String> all = new ArrayList<>(lines.accounts());
    all.add("");
    all.addAll(lines.products());
    return all;
  }

  private List<String> accounts() {
    TextTable table =
        new TextTable("RELEASE", "PARTNER", "PERIOD", "WINDOWS", "EPSILON", "OF", "LEFT", "SPENT");
    for (Account account : ledger.accounts()) {
      double most = latest(account).budget().epsilon().doubleValue();
      double spent =
          Math.min(Conversion.epsilon(ledger.spentInAll(account).rho(), delta(account)), most);
      table.row(
          account.release(),
          account.partner(),
          period(account.period()),
          Amount.of(ledger.charges(account).size()),
          number(spent),
          number(most),
          number(Math.max(0, most - spent)),
          bar(spent / most));
    }
    return table.lines();
  }

  /** δ by which ρ is told as ε, as rows tell it: half, where groups are looked for. */
  private double delta(Account account) {
    LedgerRow row = latest(account);
    double delta = row.budget().delta().doubleValue();
    return row.charge().delta() > 0 ? delta / 2 : delta;
  }

  /**
   * What several partners have together.
   *
   * @param told δ by which ρ is told as ε
   * @param delta with that of looks for groups
   */
  private record Loss(Rho rho, double told, double delta) {
    Loss plus(Loss other) {
      return new Loss(rho.plus(other.rho), told + other.told, delta + other.delta);
    }

    String text() {
      double epsilon = Conversion.epsilon(rho, Math.min(MOST_DELTA, told));
      return String.format(Locale.ROOT, "epsilon %s at delta %.1e", number(epsilon), delta);
    }
  }

  private Loss loss(Account account) {
    double delta = latest(account).budget().delta().doubleValue();
    return new Loss(ledger.spent(account).rho(), delta(account), delta);
  }

  /** Over all partners, who may put together what they have. */
  private List<String> products() {
    Map<String, Loss> spent = new TreeMap<>();
    for (Account account : ledger.accounts()) {
      String product = account.product() + "  " + period(account.period());
      spent.merge(product, loss(account), Loss::plus);
    }
    List<String> lines = new ArrayList<>();
    spent.forEach(
        (product, loss) -> lines.add(product + ": all partners together have " + loss.text()));
    return lines;
  }

  private static String period(Span period) {
    return day(period.from()) + " to " + day(period.to());
  }

  private static String day(long time) {
    return Instant.ofEpochMilli(time).toString().substring(0, 10);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  private static String bar(double part) {
    int full = (int) Math.round(Math.min(1, part) * BAR);
    return "█".repeat(full) + "░".repeat(BAR - full);
  }
}
