package dev.weir.operators.decode;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.SourceRecord;

/** Finds the fields of a record. Confined to one thread. */
public interface Decoder {

  /**
   * The event, or the same record rejected with a reason; whatever the bytes are, it neither throws
   * nor hangs.
   *
   * @param record with a value that is not empty
   */
  Event decode(SourceRecord record);
}
