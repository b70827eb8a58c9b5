package dev.weir.local.preview;

import dev.weir.privacy.ledger.Span;
import dev.weir.privacy.measure.Figure;
import java.util.List;

/**
 * A row of statistics beside what it hides; for its owner's screen alone.
 *
 * @param group as a row names it
 * @param truth of each measure: without bounds, clamps and noise
 * @param released as it could be: drawn for this sample alone
 */
public record CountedRow(Span window, String group, List<double[]> truth, List<Figure> released) {

  public CountedRow {
    truth = List.copyOf(truth);
    released = List.copyOf(released);
  }

  /** Not what it holds. */
  @Override
  public String toString() {
    return "CountedRow of " + window;
  }
}
