package dev.weir.privacy.statistics;

/**
 * What one person may add to one window, and so how far a measure's values over all groups may move
 * when that person is there or not (L2 norm). Whoever aggregates must hold people to it.
 *
 * @param records over all groups, 1 to 2^20
 * @param groups that the records may be in, 1 to 2^20
 */
public record Contribution(int records, int groups) {

  private static final int MOST = 1 << 20;

  /** Refuses what is outside the ranges. */
  public Contribution {
    if (records < 1 || records > MOST || groups < 1 || groups > MOST) {
      throw new IllegalArgumentException("records and groups of a person must be 1 to 2^20");
    }
  }

  /** Of counts of records, and of every histogram over them: all records may be in one cell. */
  public double ofCounts() {
    return records;
  }

  /** Of counts of people: one in each group. */
  public double ofPeople() {
    return Math.nextUp(Math.sqrt(Math.min(records, groups)));
  }

  /** Of sums: every record may be in one group, and as large as it may be. */
  public double ofSums(FixedPoint values) {
    return Math.multiplyExact((long) records, values.most());
  }
}
