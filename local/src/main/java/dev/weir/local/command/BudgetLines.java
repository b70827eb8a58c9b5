package dev.weir.local.command;

import dev.weir.local.terminal.TextTable;
import dev.weir.operators.statistics.LedgerRow;
import dev.weir.plan.BudgetPlan;
import dev.weir.privacy.budget.Conversion;
import dev.weir.privacy.budget.EpsilonDelta;
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

  private final Ledger ledger = new Ledger();
  private final Map<Account, BudgetPlan> budgets = new HashMap<>();

  private BudgetLines(List<LedgerRow> rows) {
    for (LedgerRow row : rows) {
      ledger.note(row.charge());
      budgets.put(row.charge().account(), row.budget());
    }
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
      BudgetPlan budget = Objects.requireNonNull(budgets.get(account));
      double most = budget.epsilon().doubleValue();
      double spent = epsilon(ledger.spent(account).rho(), budget);
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

  /** Where groups are looked for, half of the agreement's δ is for that. */
  private static double epsilon(Rho spent, BudgetPlan budget) {
    double delta = budget.delta().doubleValue() / 2;
    double all = Conversion.epsilon(spent, delta);
    return Math.min(all, budget.epsilon().doubleValue());
  }

  /** Over all partners, who may put together what they have. */
  private List<String> products() {
    Map<String, Rho> spent = new TreeMap<>();
    Map<String, Double> delta = new TreeMap<>();
    for (Account account : ledger.accounts()) {
      String product = account.product() + "  " + period(account.period());
      BudgetPlan budget = Objects.requireNonNull(budgets.get(account));
      spent.merge(product, ledger.spent(account).rho(), Rho::plus);
      delta.merge(product, budget.delta().doubleValue(), Double::sum);
    }
    List<String> lines = new ArrayList<>();
    spent.forEach(
        (product, rho) -> {
          double all = Objects.requireNonNull(delta.get(product));
          lines.add(
              String.format(
                  Locale.ROOT,
                  "%s: all partners together have epsilon %s at delta %.1e",
                  product,
                  number(Conversion.epsilon(rho, new EpsilonDelta(1, Math.min(0.5, all)).delta())),
                  all));
        });
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
