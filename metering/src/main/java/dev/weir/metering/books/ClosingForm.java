package dev.weir.metering.books;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.weir.metering.ledger.Entry.Closing;
import dev.weir.metering.ledger.Reconciliation;
import dev.weir.metering.ledger.Reconciliation.Row;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A month that was frozen, with its reconciliation and its statements, in version 1. */
@JsonPropertyOrder({"version", "entry", "number", "at", "month", "reconciliation", "statements"})
record ClosingForm(
    int version,
    @JsonProperty("entry") String kind,
    long number,
    String at,
    String month,
    List<RowForm> reconciliation,
    List<DocumentForm> statements) {

  static final String KIND = "closing";

  ClosingForm {
    reconciliation = List.copyOf(reconciliation);
    statements = List.copyOf(statements);
  }

  /** An agreement's row. */
  @JsonPropertyOrder({
    "agreement",
    "delivered",
    "metered",
    "charged",
    "withoutPrice",
    "explanation"
  })
  record RowForm(
      String agreement,
      long delivered,
      long metered,
      long charged,
      long withoutPrice,
      @Nullable String explanation) {

    static RowForm of(Row row) {
      return new RowForm(
          row.agreement(),
          row.delivered(),
          row.metered(),
          row.charged(),
          row.withoutPrice(),
          row.explanation());
    }

    Row row() {
      return new Row(agreement, delivered, metered, charged, withoutPrice, explanation);
    }
  }

  static ClosingForm of(Closing closing) {
    return new ClosingForm(
        1,
        KIND,
        closing.number(),
        closing.at().toString(),
        closing.month().toString(),
        closing.reconciliation().rows().stream().map(RowForm::of).toList(),
        closing.statements().stream().map(DocumentForm::of).toList());
  }

  Closing toEntry() {
    YearMonth frozen = YearMonth.parse(month);
    List<Row> rows = reconciliation.stream().map(RowForm::row).toList();
    return new Closing(
        number,
        Instant.parse(at),
        frozen,
        new Reconciliation(frozen, rows),
        statements.stream().map(DocumentForm::document).toList());
  }
}
