package dev.weir.privacy.cohort;

/**
 * What changes how much is lost and how fast it goes, and never the guarantee.
 *
 * @param joinBelow a newcomer joins at once a cohort that loses at most this share of tau, the mean
 *     loss of the last new cohorts
 * @param memory over how many cohorts tau is taken
 * @param largestCrowd as many waiting people are grouped before the time is up
 * @param largestBlock more people than this are cut into blocks before they are grouped
 */
public record Tuning(double joinBelow, int memory, int largestCrowd, int largestBlock) {

  /** As measured to be good on UCI Adult. */
  public static final Tuning USUAL = new Tuning(0.7, 100, 2000, 1500);
}
