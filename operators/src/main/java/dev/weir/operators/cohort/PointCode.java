package dev.weir.operators.cohort;

import dev.weir.operators.record.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cell of a value on one axis by its canonical text, as treatments take it. Confined to
 * one thread.
 */
public interface PointCode {

  /**
   * Puts the code there.
   *
   * @return why the axis has none for the value; null if it has
   */
  @Nullable Reason code(byte[] text, int from, int to, long[] codes, int at);
}
