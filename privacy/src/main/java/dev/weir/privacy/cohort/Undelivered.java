package dev.weir.privacy.cohort;

import org.jspecify.annotations.Nullable;

/**
 * A row that was let go and has not left, nor will.
 *
 * @param cohort null: it is not known, and may be any of the person's
 */
public record Undelivered(Subject subject, @Nullable CohortId cohort) {

  boolean mayBeOf(Cohort one) {
    return cohort == null || cohort.equals(one.id());
  }
}
