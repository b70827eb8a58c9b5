package dev.weir.operators.treat;

import dev.weir.operators.record.Event;

/** Reads whose an event is. Confined to one thread. */
public interface SubjectReader {

  /**
   * The subject's canonical text, until the next call; empty if the event is rejected or has none.
   *
   * @param event decoded by the decoder that was compiled from the same plan
   */
  Slice read(Event event);
}
