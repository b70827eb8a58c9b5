package dev.weir.local.invoice;

import dev.weir.local.invoice.BilledDocument.Preceding;
import dev.weir.local.statement.Figures;
import dev.weir.local.statement.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An invoice for people: what its XML says, in the same words and figures. */
final class InvoicePage {

  private final BilledDocument document;
  private final InvoiceTerms terms;
  private final Page page;

  private InvoicePage(BilledDocument document, InvoiceTerms terms) {
    this.document = document;
    this.terms = terms;
    String foot =
        Stream.of(terms.seller().name(), document.title(), terms.buyer().name())
            .collect(Collectors.joining(" \u00b7 "));
    page = Page.begun(document.title() + ", " + terms.buyer().name(), foot);
  }

  static String of(BilledDocument document, InvoiceTerms terms) {
    InvoicePage invoice = new InvoicePage(document, terms);
    invoice.head();
    invoice.facts();
    invoice.lines();
    invoice.payment();
    return invoice.page.end();
  }

  private void head() {
    page.open("table", "head").open("tr", "").open("td", "");
    Seller seller = terms.seller();
    page.element("div", "issuer", seller.name());
    page.element("div", "", address(seller.address()) + "\nVAT number " + seller.vatId());
    page.close("td").open("td", "").element("div", "kind", document.title());
    page.close("td").close("tr").close("table");
    page.element("p", "", buyer(terms.buyer()));
  }

  private static String buyer(Buyer buyer) {
    List<String> lines = new ArrayList<>(List.of(buyer.name(), address(buyer.address())));
    add("VAT number ", buyer.vatId(), lines);
    add("Your reference ", buyer.reference(), lines);
    return String.join("\n", lines);
  }

  private static void add(String label, @Nullable String value, List<String> lines) {
    if (value != null) {
      lines.add(label + value);
    }
  }

  private static String address(Address address) {
    String city =
        address.postCode() == null ? address.city() : address.postCode() + " " + address.city();
    return address.street() + "\n" + city + "\n" + address.country();
  }

  private void facts() {
    page.open("table", "facts").open("tr", "");
    page.fact("Number", document.number());
    page.fact("Issued", Figures.of(document.issued()));
    page.fact("Delivered", Figures.of(document.from()) + " to " + Figures.of(document.to()));
    page.open("td", "").element("span", "label", document.credit() ? "Credited" : "To be paid");
    page.element("div", "total", Figures.of(document.gross())).close("td");
    page.close("tr").close("table");
  }

  private void lines() {
    page.open("table", "lines").open("thead", "");
    page.row("th", "", 2, List.of("Line", "What", "Quantity", "Unit price", "Amount"));
    page.close("thead").open("tbody", "");
    document.lines().forEach(line -> page.row("td", "", 2, cells(line)));
    sum("Net", Figures.of(document.net()));
    sum(terms.tax().words(), Figures.of(document.tax()));
    sum("Total", Figures.of(document.gross()));
    page.close("tbody").close("table");
  }

  private static List<String> cells(BilledLine line) {
    String days = Figures.of(line.from()) + " to " + Figures.of(line.to());
    String what =
        Stream.of(line.name(), line.description(), days)
            .filter(text -> !text.isEmpty())
            .collect(Collectors.joining("\n"));
    return List.of(
        Long.toString(line.entry()),
        what,
        (Figures.plain(line.quantity()) + " " + line.unit().words()).strip(),
        Figures.of(line.price()),
        Figures.of(line.amount()));
  }

  private void sum(String name, String amount) {
    page.row("td", "sum", 2, List.of("", name, "", "", amount));
  }

  private void payment() {
    page.element("h2", "", "Payment");
    page.element("p", "", InvoiceWords.due(document, terms) + ".");
    Seller.Bank bank = terms.seller().bank();
    if (bank != null) {
      String bic = bank.bic() == null ? "" : ", BIC " + bank.bic();
      page.element("p", "", "By credit transfer: IBAN " + bank.iban() + bic);
    }
    Seller.Contact contact = terms.seller().contact();
    if (contact != null) {
      page.element(
          "p",
          "",
          "Questions: " + contact.name() + ", " + contact.phone() + ", " + contact.email());
    }
    if (!document.preceding().isEmpty()) {
      page.element("p", "", "Corrects " + preceding() + ".");
    }
    page.element(
        "p",
        "note",
        "An amount is its quantity at its unit price, and the tax that of the net sum; each is"
            + " rounded once, to the currency\u2019s minor unit, half away from zero.");
  }

  private String preceding() {
    return document.preceding().stream()
        .map((Preceding one) -> one.number() + " of " + Figures.of(one.issued()))
        .collect(Collectors.joining(", "));
  }
}
