package dev.weir.operators.metrics;

/**
 * How crowds of a release stand.
 *
 * @param held rows that are undecided
 * @param cohorts that are remembered
 * @param people in them, each counted in each of theirs
 * @param shortDiversity how often a crowd lacked values when it was asked to take a row
 * @param shortCloseness how often its values were too far from everybody's then
 */
public record Standing(
    long held, long cohorts, long people, long shortDiversity, long shortCloseness) {

  public static final Standing NONE = new Standing(0, 0, 0, 0, 0);

  public Standing plus(Standing more) {
    return new Standing(
        held + more.held,
        cohorts + more.cohorts,
        people + more.people,
        shortDiversity + more.shortDiversity,
        shortCloseness + more.shortCloseness);
  }

  public Standing minus(Standing less) {
    return new Standing(
        held - less.held,
        cohorts - less.cohorts,
        people - less.people,
        shortDiversity - less.shortDiversity,
        shortCloseness - less.shortCloseness);
  }
}
