package dev.weir.metering.ledger;

import dev.weir.metering.ledger.Reconciliation.Row;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether a month may be closed; all that speaks against it at once. */
final class ClosingCheck {

  private final List<String> problems = new ArrayList<>();
  private final YearMonth month;

  private ClosingCheck(YearMonth month) {
    this.month = month;
  }

  /**
   * @throws LedgerException if it may not
   */
  static void check(Reconciliation reconciliation, Instant at, Months months, Accounts accounts) {
    ClosingCheck check = new ClosingCheck(reconciliation.month());
    check.time(at, months);
    reconciliation.rows().forEach(row -> check.row(row, accounts));
    check.complete(reconciliation, accounts);
    if (!check.problems.isEmpty()) {
      throw new LedgerException(
          check.month + " cannot be closed: " + String.join("; ", check.problems));
    }
  }

  private void time(Instant at, Months months) {
    if (months.isClosed(month)) {
      problems.add("it is closed");
    }
    if (at.isBefore(month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant())) {
      problems.add("it is not over");
    }
  }

  private void row(Row row, Accounts accounts) {
    if (!row.isSettled()) {
      problems.add(
          row.agreement()
              + ": delivered "
              + row.delivered()
              + ", metered "
              + row.metered()
              + ", charged "
              + row.charged()
              + ", without a price "
              + row.withoutPrice()
              + ". Find what differs, or write an explanation");
    }
    if (row.charged() != accounts.records(row.agreement(), month)) {
      problems.add(row.agreement() + ": the ledger has another number of charged records");
    }
  }

  private void complete(Reconciliation reconciliation, Accounts accounts) {
    Set<String> named =
        reconciliation.rows().stream().map(Row::agreement).collect(Collectors.toSet());
    accounts.agreements(month).stream()
        .filter(agreement -> !named.contains(agreement))
        .forEach(agreement -> problems.add(agreement + ": is charged, and not reconciled"));
  }
}
