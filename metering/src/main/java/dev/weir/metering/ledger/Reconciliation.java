package dev.weir.metering.ledger;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was delivered, metered and charged in a month, side by side; it is frozen with the month.
 */
public record Reconciliation(YearMonth month, List<Row> rows) {
  public Reconciliation {
    rows = List.copyOf(rows);
  }

  /**
   * An agreement.
   *
   * @param delivered records that are in its topics, counted there
   * @param metered records of its usage events
   * @param charged records on its lines
   * @param withoutPrice records that cost nothing because no price is said
   * @param explanation why they differ; null if they do not
   */
  public record Row(
      String agreement,
      long delivered,
      long metered,
      long charged,
      long withoutPrice,
      @Nullable String explanation) {

    /** Whether each delivered record was metered, and each metered one rated. */
    public boolean agrees() {
      return delivered == metered && metered == charged + withoutPrice;
    }

    boolean isSettled() {
      return agrees() || !Objects.requireNonNullElse(explanation, "").isBlank();
    }
  }
}
