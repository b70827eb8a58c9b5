package dev.weir.operators.stage.statistics;

import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.ledger.Span;
import dev.weir.privacy.ledger.Spent;
import dev.weir.privacy.opendp.OpenDp;
import java.util.List;
import java.util.Map;

/** What draws the windows of a release. */
interface Draw {

  /** What a window costs, whatever is in it. */
  Spent cost();

  /** What all that one person may add to in a period costs. */
  Spent most();

  /** What that much of a period's loss is, as its rows tell it. */
  double epsilon(Rho spent);

  /**
   * Draws a window that was charged: its rows.
   *
   * @param sums of its groups; secret
   * @param spent of its period, with it
   */
  List<byte[]> draw(OpenDp library, Span window, Map<String, long[]> sums, Spent spent)
      throws Exception;

  /** Whether it can draw that window after those that it has drawn. */
  default boolean follows(Span window) throws Exception {
    return true;
  }
}
