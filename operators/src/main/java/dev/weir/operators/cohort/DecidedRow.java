package dev.weir.operators.cohort;

import dev.weir.privacy.cohort.CohortId;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.cohort.Undelivered;
import org.jspecify.annotations.Nullable;

/**
 * A row that may leave once the checkpoint is complete that holds its cohort's decision.
 *
 * @param cohort null: a former build wrote it
 */
public record DecidedRow(
    Subject subject, @Nullable CohortId cohort, Completion.Completed completed) {

  /** It is taken away, and does not leave. */
  public Undelivered undelivered() {
    return new Undelivered(subject, cohort);
  }
}
