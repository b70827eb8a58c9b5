package dev.weir.operators.treat;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.Rejection;
import org.jspecify.annotations.Nullable;

/** Reads values of events as canonical text. Confined to one thread. */
public interface ValueTexts {

  /**
   * Turns to an event.
   *
   * @param event decoded by the decoder that was compiled from the same plan
   * @return why it cannot be read; null if it can
   */
  @Nullable Rejection turnTo(Event event);

  /**
   * The value of a leaf, until the next call; null if the event has none.
   *
   * @param leaf its place among those that this was made for
   */
  @Nullable Slice text(int leaf);
}
