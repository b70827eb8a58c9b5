package dev.weir.metering.books;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.weir.metering.ledger.Entry.Charge;
import java.time.Instant;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** A charge, in version 1. */
@JsonPropertyOrder({"version", "entry", "number", "at", "partner", "billed", "line", "corrects"})
record ChargeForm(
    int version,
    @JsonProperty("entry") String kind,
    long number,
    String at,
    String partner,
    String billed,
    LineForm line,
    @Nullable OriginalForm corrects) {

  static final String KIND = "charge";

  static ChargeForm of(Charge charge) {
    return new ChargeForm(
        1,
        KIND,
        charge.number(),
        charge.at().toString(),
        charge.partner(),
        charge.billed().toString(),
        LineForm.of(charge.line()),
        OriginalForm.of(charge.corrects()));
  }

  Charge toEntry() {
    return new Charge(
        number,
        Instant.parse(at),
        partner,
        YearMonth.parse(billed),
        line.line(),
        OriginalForm.original(corrects));
  }
}
