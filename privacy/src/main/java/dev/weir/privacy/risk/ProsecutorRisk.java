package dev.weir.privacy.risk;

/**
 * Risk from one who knows that the person is in the release: 1 / size of the class (El Emam 2013).
 * The average over the rows is the marketer's: the share of all rows that one would guess right.
 */
public record ProsecutorRisk(ClassSizes sizes) {

  public double highest() {
    return 1.0 / sizes.smallest();
  }

  /** Classes / rows. */
  public double marketer() {
    return (double) sizes.count() / sizes.rows();
  }

  /** The share of rows that are alone in the release. */
  public double uniqueness() {
    return (double) sizes.ofSize(1) / sizes.rows();
  }
}
