package dev.weir.operators.treat;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.Rejection;
import org.jspecify.annotations.Nullable;

/** Writes what one release says of an event. Confined to one thread. */
public interface Treater {

  /**
   * Appends the released value, and the Kafka key if the release has one.
   *
   * @param event decoded by the decoder that was compiled from the same plan, not rejected
   * @param value gets the record's bytes; meaningless if the event is refused
   * @param key gets the subject's token; stays empty if the release carries none
   * @return why this release refuses the event; null if it does not
   */
  @Nullable Rejection treat(Event event, ByteOutput value, ByteOutput key);

  /**
   * How many cells the record has that was treated last, as the format's {@link CellCounter} counts
   * them; {@link OutputRecord#UNCOUNTED}: it has to be asked.
   */
  default int cells() {
    return OutputRecord.UNCOUNTED;
  }
}
