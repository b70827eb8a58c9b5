package dev.weir.metering.books;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.weir.metering.ledger.Entry.Credit;
import dev.weir.metering.ledger.Entry.Original;
import dev.weir.metering.money.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;

/** A credit with its note, in version 1. */
@JsonPropertyOrder({
  "version",
  "entry",
  "number",
  "at",
  "partner",
  "billed",
  "key",
  "amount",
  "corrects",
  "reason",
  "note"
})
record CreditForm(
    int version,
    @JsonProperty("entry") String kind,
    long number,
    String at,
    String partner,
    String billed,
    KeyForm key,
    String amount,
    OriginalForm corrects,
    String reason,
    DocumentForm note) {

  static final String KIND = "credit";

  static CreditForm of(Credit credit) {
    return new CreditForm(
        1,
        KIND,
        credit.number(),
        credit.at().toString(),
        credit.partner(),
        credit.billed().toString(),
        KeyForm.of(credit.key()),
        credit.amount().amount().toString(),
        Objects.requireNonNull(OriginalForm.of(credit.corrects())),
        credit.reason(),
        DocumentForm.of(credit.note()));
  }

  Credit toEntry() {
    return new Credit(
        number,
        Instant.parse(at),
        partner,
        YearMonth.parse(billed),
        key.key(),
        new Money(Money.currency(key.currency()), new BigDecimal(amount)),
        new Original(corrects.entry(), corrects.document()),
        reason,
        note.document());
  }
}
