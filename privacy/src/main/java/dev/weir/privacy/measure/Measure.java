package dev.weir.privacy.measure;

import dev.weir.privacy.statistics.Contribution;
import java.math.BigDecimal;
import java.util.List;

/**
 * One figure of a release: sums of whole numbers (cells) in every group, from which it is computed.
 */
public sealed interface Measure permits Count, People, Sum, Mean, Variance, Histogram, Quantile {

  /** A record that has no value of the measured field. */
  long ABSENT = Long.MIN_VALUE;

  /** How many sums it is made of in each group; at least 1. */
  int cells();

  /**
   * What {@link #add} takes for a value of the measured field: clamped, and in steps or buckets.
   * Never {@link #ABSENT}. Not asked of what measures no field.
   */
  long code(BigDecimal value);

  /**
   * Adds a record.
   *
   * @param code of its value, or {@link #ABSENT}
   * @param newcomer whether it is its person's first in this group and window
   * @param cells of the group; this measure's begin {@code at}
   * @throws ArithmeticException if a sum exceeds 64 bits
   */
  void add(long code, boolean newcomer, long[] cells, int at);

  /** What is noised apart, in the order of the cells; the measure's budget is parted evenly. */
  List<Part> parts(Contribution bounds);

  /**
   * What may be published of a group.
   *
   * @param noised numbers, one for each cell
   * @param within for each part: how far its numbers are off at the most, all parts together with a
   *     probability of 95 %
   */
  Figure figure(double[] noised, double[] within);

  /** Whether the numbers of several windows add up to that of them together. */
  default boolean addsUp() {
    return false;
  }

  /** Digits of the smallest step of its numbers, which rounding leaves: 2 of one in hundredths. */
  int digits();

  /**
   * Cells that are noised as one vector.
   *
   * @param cells how many
   * @param sensitivity how far one person moves them, over all groups (L2)
   * @param most that one person adds to them, in absolute value, over all groups (L1)
   */
  record Part(int cells, double sensitivity, long most) {

    /** Where one cell may get all of what a person adds. */
    static Part of(int cells, double sensitivity) {
      return new Part(cells, sensitivity, (long) Math.ceil(sensitivity));
    }
  }
}
