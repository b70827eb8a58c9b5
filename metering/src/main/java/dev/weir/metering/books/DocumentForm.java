package dev.weir.metering.books;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.weir.metering.ledger.Document;
import dev.weir.metering.money.Money;
import java.math.BigDecimal;
import java.util.List;

/** A statement or a credit note. */
@JsonPropertyOrder({"id", "partner", "currency", "total", "entries"})
record DocumentForm(String id, String partner, String currency, String total, List<Long> entries) {
  DocumentForm {
    entries = List.copyOf(entries);
  }

  static DocumentForm of(Document document) {
    return new DocumentForm(
        document.id(),
        document.partner(),
        document.total().currency().getCurrencyCode(),
        document.total().amount().toString(),
        document.entries());
  }

  Document document() {
    Money sum = new Money(Money.currency(currency), new BigDecimal(total));
    return new Document(id, partner, sum, entries);
  }
}
