package dev.weir.local.invoice;

import dev.weir.local.statement.StatementPdf;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Currency;
import org.mustangproject.ZUGFeRD.ZUGFeRDExporterFromA3;

/** Draws invoices, each judged by the standard's rules. For one thread. */
public final class Invoices {

  private static final int DIGITS = 2;

  private final InvoiceTerms terms;
  private final InvoiceRules rules = new InvoiceRules();

  /**
   * An invoice in both forms.
   *
   * @param xml Cross Industry Invoice, in UTF-8
   * @param pdf PDF/A-3 that holds the same XML
   */
  public record Drawn(byte[] xml, byte[] pdf) {}

  /** Invoices by these terms. */
  public Invoices(InvoiceTerms terms) {
    this.terms = terms;
  }

  /**
   * Draws one.
   *
   * @throws InvoiceException if it breaks a rule of the standard, is due before it is issued, or is
   *     in a currency without two decimals; names all that does
   */
  public Drawn draw(BilledDocument document) throws IOException {
    check(document);
    byte[] xml = InvoiceXml.of(document, terms);
    rules.judge(xml, terms.profile());
    ByteArrayOutputStream page = new ByteArrayOutputStream();
    StatementPdf.writeArchive(InvoicePage.of(document, terms), page);
    return new Drawn(xml, hybrid(page.toByteArray(), xml));
  }

  private void check(BilledDocument document) {
    Currency currency = document.net().currency();
    if (currency.getDefaultFractionDigits() != DIGITS) {
      throw new InvoiceException(
          "its amounts would have two decimals, and those of " + currency + " have not");
    }
    if (terms.due().isBefore(document.issued())) {
      throw new InvoiceException(
          "it is due before the day on which it is issued, " + document.issued());
    }
  }

  private byte[] hybrid(byte[] page, byte[] xml) throws IOException {
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    try (ZUGFeRDExporterFromA3 exporter = new ZUGFeRDExporterFromA3()) {
      exporter
          .setProducer("Weir")
          .setCreator(terms.seller().name())
          .setCreatorTool("Weir")
          .setProfile(terms.profile().profile())
          .load(page)
          .setXML(xml)
          .disableAutoClose(true)
          .export(pdf);
    }
    return pdf.toByteArray();
  }
}
