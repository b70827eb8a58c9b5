package dev.weir.operators.format;

import java.io.Serializable;

/**
 * What is read at most of a record.
 *
 * @param recordBytes of its value
 * @param depth of containers within containers
 */
public record RecordLimits(int recordBytes, int depth) implements Serializable {

  /** Unless a gateway says otherwise. */
  public static final RecordLimits DEFAULT = new RecordLimits(1 << 20, 64);
}
