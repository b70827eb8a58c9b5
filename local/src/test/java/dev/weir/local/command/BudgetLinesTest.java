package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.statistics.LedgerRow;
import dev.weir.plan.BudgetPlan;
import dev.weir.privacy.budget.Conversion;
import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.ledger.Account;
import dev.weir.privacy.ledger.Charge;
import dev.weir.privacy.ledger.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What is left is what rows say is left: by half of δ only where groups are looked for. */
class BudgetLinesTest {

  private static final Span DAY = new Span(0, 86_400_000);
  private static final BudgetPlan BUDGET =
      new BudgetPlan(new BigDecimal("4"), new BigDecimal("1e-6"), "P1D");
  private static final double RHO = 0.1;

  private static LedgerRow row(String release, int from, int to, double rho, double delta) {
    return row(release, DAY, from, to, rho, delta);
  }

  private static LedgerRow row(
      String release, Span period, int from, int to, double rho, double delta) {
    Account account = new Account("tickets", "east", release, period);
    Charge charge =
        new Charge(account, new Span(from, to), "of " + (to - from), 4, new Rho(rho), delta);
    return new LedgerRow(charge, BUDGET);
  }

  private static String number(double epsilon) {
    return String.format(Locale.ROOT, "%.3f", epsilon);
  }

  @Test
  void listedGroups_haveAllOfDelta() {
    double spent = Conversion.epsilon(new Rho(RHO), 1e-6);
    assertThat(BudgetLines.of(List.of(row("east/listed", 0, 1, RHO, 0))))
        .anySatisfy(line -> assertThat(line).contains(number(spent), number(4 - spent)))
        .contains(
            "tickets  1970-01-01 to 1970-01-02: all partners together have epsilon "
                + number(spent)
                + " at delta 1.0e-06");
  }

  @Test
  void discoveredGroups_haveHalfOfIt_alsoAfterASumOfWindows() {
    double spent = Conversion.epsilon(new Rho(RHO), 5e-7);
    List<LedgerRow> rows =
        List.of(row("east/found", 0, 1, RHO, 1e-8), row("east/found", 0, 2, 0, 0));
    assertThat(BudgetLines.of(rows))
        .anySatisfy(line -> assertThat(line).contains(number(spent), number(4 - spent)));
  }

  @Test
  void togetherTheyHaveTheDeltaOfBoth_ofWhichLooksHaveTheirPart() {
    double spent = Conversion.epsilon(new Rho(2 * RHO), 1.5e-6);
    List<LedgerRow> rows =
        List.of(row("east/found", 0, 1, RHO, 1e-8), row("east/listed", 0, 1, RHO, 0));
    assertThat(BudgetLines.of(rows))
        .anySatisfy(
            line -> assertThat(line).endsWith("epsilon " + number(spent) + " at delta 2.0e-06"));
  }

  @Test
  void otherPeriodsOfTheReleaseThatOverlap_leaveThatMuchLess() {
    double spent = Conversion.epsilon(new Rho(2 * RHO), 1e-6);
    Span week = new Span(0, 7 * DAY.to());
    List<LedgerRow> rows =
        List.of(row("east/listed", 0, 1, RHO, 0), row("east/listed", week, 1, 3, RHO, 0));
    assertThat(BudgetLines.of(rows))
        .filteredOn(line -> line.contains(number(spent) + "  4.000  " + number(4 - spent)))
        .hasSize(2);
  }
}
