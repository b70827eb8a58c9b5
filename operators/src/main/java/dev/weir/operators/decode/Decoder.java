package dev.weir.operators.decode;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.NoRecord;
import dev.weir.operators.record.SourceRecord;
import org.jspecify.annotations.Nullable;

/** Finds the fields of a record. Confined to one thread. */
public interface Decoder {

  /**
   * The event, or the same record rejected with a reason; whatever the bytes are, it neither throws
   * nor hangs.
   *
   * @param record with a value that is not empty
   */
  Event decode(SourceRecord record);

  /**
   * What the value holds in place of a record, for formats that have such; asked before {@link
   * #decode}, which is asked only where this gives null.
   *
   * @param record with a value that is not empty
   */
  default @Nullable NoRecord noRecord(SourceRecord record) {
    return null;
  }
}
