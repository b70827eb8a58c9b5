package dev.weir.operators.cohort;

import dev.weir.privacy.cohort.CohortId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is the same for all rows of a cohort, of as many cohorts as have a place: ids are hashes, so
 * that a few of their bits say where. Whoever needs the place takes it. Most rows leave in one of
 * few cohorts; for all of them a list of the latest would cost more than it finds. Confined to one
 * thread.
 */
public final class PerCohort<V> {

  private static final int PLACES = 1 << 16;

  private final @Nullable Kept<?>[] kept = new Kept<?>[PLACES];

  private record Kept<V>(CohortId cohort, V value) {}

  /** What was kept of the cohort, or else is made now. */
  @SuppressWarnings("unchecked") // only what it is made of is put there
  public V of(CohortId cohort, Supplier<V> made) {
    int place = (int) cohort.low() & (PLACES - 1);
    Kept<V> there = (Kept<V>) kept[place];
    if (there == null || !there.cohort().equals(cohort)) {
      there = new Kept<>(cohort, made.get());
      kept[place] = there;
    }
    return there.value();
  }
}
