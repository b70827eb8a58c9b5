package dev.weir.local.invoice;

import dev.weir.local.statement.Figures;

/** What stands on an invoice for people, in its XML and on its page alike. */
final class InvoiceWords {

  private InvoiceWords() {}

  /** {@code Payable by 31 December 2026}. */
  static String due(BilledDocument document, InvoiceTerms terms) {
    return (document.credit() ? "Paid back or set off by " : "Payable by ")
        + Figures.of(terms.due());
  }
}
