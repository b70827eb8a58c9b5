package dev.weir.local.statement;

import dev.weir.local.statement.Statement.Part;
import dev.weir.metering.ledger.Entry.Posting;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** A statement as one file of XHTML, without anything that is loaded from elsewhere. */
public final class StatementHtml {

  private final Statement statement;
  private final Page page;

  private StatementHtml(Statement statement) {
    this.statement = statement;
    page =
        Page.begun(
            title() + ", " + statement.name(),
            statement.issuer() + " \u00b7 " + title() + " \u00b7 " + statement.name());
  }

  /** The page. */
  public static String of(Statement statement) {
    StatementHtml html = new StatementHtml(statement);
    html.head();
    html.facts();
    statement.parts().forEach(html::part);
    new EvidencePage(html.page).write(statement);
    html.trace();
    return html.page.end();
  }

  private String title() {
    return "Statement for " + Figures.of(statement.period());
  }

  private void head() {
    page.open("table", "head").open("tr", "").open("td", "");
    page.element("div", "issuer", statement.issuer());
    page.close("td").open("td", "");
    page.element("div", "kind", title());
    page.element("div", "documents", documents());
    page.close("td").close("tr").close("table");
    if (statement.closing() == null) {
      page.element(
          "div",
          "draft",
          "Not final: the month is not closed. Lines may be added, and those without a statement"
              + " have no number yet.");
    }
  }

  private String documents() {
    return statement.parts().stream()
        .map(Part::document)
        .filter(Objects::nonNull)
        .collect(Collectors.joining(", "));
  }

  private void facts() {
    page.open("table", "facts").open("tr", "");
    page.fact("For", statement.name());
    page.fact("Account", statement.partner());
    page.fact(
        "Period, UTC",
        Figures.of(statement.period().atDay(1))
            + " to "
            + Figures.of(statement.period().atEndOfMonth()));
    page.open("td", "").element("span", "label", "Total");
    statement.totals().forEach(total -> page.element("div", "total", Figures.of(total)));
    page.close("td").close("tr").close("table");
  }

  private void part(Part part) {
    page.element("h2", "", part.document() == null ? "On no statement yet" : part.document());
    page.open("table", "lines").open("thead", "");
    page.row("th", "", 2, List.of("Entry", "What", "Quantity", "Unit price", "Amount"));
    page.close("thead").open("tbody", "");
    for (Posting line : part.lines()) {
      page.row("td", "", 2, LineWords.of(line));
    }
    page.row("td", "sum", 2, List.of("", "Total", "", "", Figures.of(part.total())));
    page.close("tbody").close("table");
  }

  private void trace() {
    page.element("h2", "", "How to trace a figure");
    page.element(
        "p",
        "",
        "An amount is its quantity at its unit price, rounded once to the currency\u2019s minor"
            + " unit, half away from zero; a total is the sum of its lines. Entries are numbered in"
            + " the issuer\u2019s ledger, and have the same number in the FOCUS files (x_Entry)."
            + " The records of a line are those of the evidence in its month.");
    if (statement.closing() != null) {
      page.element("p", "note", "Closed " + statement.closing().at() + ".");
    }
    page.element("p", "note digest", "Ledger, SHA-256: " + statement.digest());
  }
}
