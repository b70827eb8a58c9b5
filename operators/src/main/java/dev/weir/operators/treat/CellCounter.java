package dev.weir.operators.treat;

import dev.weir.operators.record.OutputRecord;

/**
 * Counts the cells of what leaves: the values in it that are not null, each item of an array for
 * itself. It looks at what leaves and at nothing else, so that a reader can count the same.
 * Confined to one thread.
 */
public interface CellCounter {

  /** A number of cells that nobody has counted yet. */
  int UNKNOWN = OutputRecord.UNCOUNTED;

  /**
   * @param value as one of the release's topic
   */
  int cells(byte[] value);
}
