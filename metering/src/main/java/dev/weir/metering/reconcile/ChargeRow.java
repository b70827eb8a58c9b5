package dev.weir.metering.reconcile;

import dev.weir.metering.rating.RatedLine;
import java.util.List;

/**
 * An agreement's usage of the period against its charges.
 *
 * @param charged records on its lines
 * @param withoutPrice records that cost nothing because no price is said
 * @param outside records that were released when no version was in force: nobody charges them
 * @param lacking the lines that lead from what was charged to what the usage costs; none if it is
 *     the same to the cent
 */
public record ChargeRow(
    String partner,
    String agreement,
    long metered,
    long charged,
    long withoutPrice,
    long outside,
    List<RatedLine> lacking) {
  public ChargeRow {
    lacking = List.copyOf(lacking);
  }

  /** Whether each metered record was rated, and each rated one charged as it costs. */
  public boolean agrees() {
    return lacking.isEmpty() && outside == 0 && metered == charged + withoutPrice;
  }
}
