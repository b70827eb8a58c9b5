package dev.weir.local.statement;

import dev.weir.local.statement.Statement.Day;
import dev.weir.local.statement.Statement.Evidence;
import dev.weir.metering.ledger.Reconciliation.Row;
import dev.weir.metering.usage.Usage;
import java.util.List;
import java.util.Objects;

/** What the charges are made of. */
final class EvidencePage {

  private final Page page;

  EvidencePage(Page page) {
    this.page = page;
  }

  void write(Statement statement) {
    page.element("h2", "", "Usage evidence");
    page.element(
        "p",
        "note",
        "Counted by day of release, in UTC, with the records themselves: each figure can be counted"
            + " again in the partner\u2019s topics. Bytes are those of record values; cells are"
            + " their fields.");
    statement.evidence().forEach(this::release);
    if (statement.evidence().isEmpty()) {
      page.element("p", "", "Nothing was released.");
    }
    if (!statement.reconciled().isEmpty()) {
      reconciliation(statement.reconciled());
    }
  }

  private void release(Evidence evidence) {
    page.element(
        "h3",
        "",
        evidence.agreement()
            + ", release "
            + evidence.release()
            + ", "
            + Figures.of(evidence.month()));
    page.open("table", "lines").open("thead", "");
    page.row("th", "", 1, List.of("Day", "Records", "Bytes", "Cells", "\u03b5 spent"));
    page.close("thead").open("tbody", "");
    for (Day day : evidence.days()) {
      page.row("td", "", 1, cells(Figures.of(day.date()), day.usage()));
    }
    String events = Figures.of(evidence.events()) + " usage events";
    page.row("td", "sum", 1, cells(events, evidence.total()));
    page.close("tbody").close("table");
  }

  private static List<String> cells(String first, Usage usage) {
    return List.of(
        first,
        Figures.of(usage.records()),
        Figures.of(usage.payloadBytes()),
        Figures.of(usage.cells()),
        Figures.plain(usage.epsilon()));
  }

  private void reconciliation(List<Row> rows) {
    page.element("h2", "", "Reconciliation");
    page.element(
        "p",
        "note",
        "Frozen when the month was closed: records found in the topics, counted by the meter, and"
            + " on the lines.");
    page.open("table", "lines").open("thead", "");
    page.row(
        "th", "", 1, List.of("Agreement", "Delivered", "Metered", "Charged", "Without a price"));
    page.close("thead").open("tbody", "");
    for (Row row : rows) {
      String explained =
          row.explanation() == null ? "" : ": " + Objects.requireNonNull(row.explanation());
      page.row(
          "td",
          "",
          1,
          List.of(
              row.agreement() + explained,
              Figures.of(row.delivered()),
              Figures.of(row.metered()),
              Figures.of(row.charged()),
              Figures.of(row.withoutPrice())));
    }
    page.close("tbody").close("table");
  }
}
