package dev.weir.operators.treat;

/**
 * Counts the cells of what leaves: the values in it that are not null, each item of an array for
 * itself. It looks at what leaves and at nothing else, so that a reader can count the same.
 * Confined to one thread.
 */
public interface CellCounter {

  /**
   * @param value as one of the release's topic
   */
  int cells(byte[] value);
}
