package dev.weir.operators.treat;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.Rejection;
import org.jspecify.annotations.Nullable;

/**
 * Writes what one release of cohorts says of an event, but for what depends on its crowd, into the
 * draft that it was made with. Confined to one thread.
 */
public interface CohortTreater {

  /**
   * Writes it.
   *
   * @param event as for {@link Treater}
   * @return why this release refuses the event; null if it does not, and the draft is whole
   */
  @Nullable Rejection treat(Event event);
}
