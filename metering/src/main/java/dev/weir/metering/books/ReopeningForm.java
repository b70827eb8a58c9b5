package dev.weir.metering.books;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.weir.metering.ledger.Entry.Reopening;
import java.time.Instant;
import java.time.YearMonth;

/** A month that was opened again, in version 1. */
@JsonPropertyOrder({"version", "entry", "number", "at", "month", "reason"})
record ReopeningForm(
    int version,
    @JsonProperty("entry") String kind,
    long number,
    String at,
    String month,
    String reason) {

  static final String KIND = "reopening";

  static ReopeningForm of(Reopening reopening) {
    return new ReopeningForm(
        1,
        KIND,
        reopening.number(),
        reopening.at().toString(),
        reopening.month().toString(),
        reopening.reason());
  }

  Reopening toEntry() {
    return new Reopening(number, Instant.parse(at), YearMonth.parse(month), reason);
  }
}
