package dev.weir.jobs.file;

import org.jspecify.annotations.Nullable;

/**
 * What is made of a run's counts when it has ended well.
 *
 * @param report null: no page is asked for
 * @param charges null: nothing is rated
 */
public record RunPapers(@Nullable RunReport report, @Nullable RunCharges charges) {

  /** Nothing is. */
  public static final RunPapers NONE = new RunPapers(null, null);
}
