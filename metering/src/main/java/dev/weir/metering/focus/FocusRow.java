package dev.weir.metering.focus;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A row.
 *
 * @param cells by column; a null of FOCUS is no entry
 */
public record FocusRow(Map<String, String> cells) {
  public FocusRow {
    cells = Map.copyOf(cells);
  }

  @Nullable String text(String column) {
    return cells.get(column);
  }

  boolean has(String column) {
    return cells.containsKey(column);
  }

  boolean is(String column, String value) {
    return value.equals(cells.get(column));
  }

  /** Empty where there is none, or it is no number of FOCUS. */
  Optional<BigDecimal> number(String column) {
    return Optional.ofNullable(cells.get(column)).filter(Formats::isNumber).map(BigDecimal::new);
  }

  /** Whether both are numbers and equal, however they are written. */
  boolean equal(String column, String other) {
    return number(column)
        .flatMap(one -> number(other).map(two -> one.compareTo(two) == 0))
        .orElse(false);
  }

  /** Whether a cost is the product of price and quantity, where both are there. */
  boolean product(String cost, String price, String quantity) {
    return number(price)
        .flatMap(p -> number(quantity).map(p::multiply))
        .map(exact -> number(cost).map(c -> c.compareTo(exact) == 0).orElse(false))
        .orElse(true);
  }

  boolean isPriced() {
    return is("ChargeCategory", "Usage") || is("ChargeCategory", "Purchase");
  }

  boolean isCorrection() {
    return is("ChargeClass", "Correction");
  }

  boolean isTax() {
    return is("ChargeCategory", "Tax");
  }
}
