package dev.weir.privacy.measure;

import dev.weir.privacy.budget.EpsilonDelta;
import dev.weir.privacy.statistics.Contribution;
import java.util.ArrayList;
import java.util.List;

/**
 * What a release of statistics promises, and measures.
 *
 * @param measures at least one
 * @param bounds of one person in a window
 * @param windows of a period that one person may add to, at least 1
 * @param budget of a period, for all measures, groups and windows of it, of all sizes
 * @param discovers whether groups are found privately, for a share of the budget
 * @param sizes of windows that the budget is parted among evenly, at least 1; these terms are of
 *     one
 */
public record Terms(
    List<Shared> measures,
    Contribution bounds,
    int windows,
    EpsilonDelta budget,
    boolean discovers,
    int sizes) {

  public Terms {
    measures = List.copyOf(measures);
  }

  /** Of windows of one size alone. */
  public Terms(
      List<Shared> measures,
      Contribution bounds,
      int windows,
      EpsilonDelta budget,
      boolean discovers) {
    this(measures, bounds, windows, budget, discovers, 1);
  }

  /**
   * A measure.
   *
   * @param share of the budget, in relation to the others', above 0
   */
  public record Shared(String name, Measure measure, double share) {}

  /** δ by which ρ is told as ε. The other half is for thresholds, if there are any. */
  double conversion() {
    return discovers ? budget.delta() / 2 : budget.delta();
  }

  /** Those of the measures, and at the end that of discovery. */
  List<Double> shares() {
    List<Double> shares = new ArrayList<>(measures.stream().map(Shared::share).toList());
    if (discovers) {
      shares.add(1.0);
    }
    return shares;
  }

  /** How many sums a group has: its measures', and where groups are discovered its people. */
  public int cells() {
    return measured() + (discovers ? 1 : 0);
  }

  private int measured() {
    return measures.stream().mapToInt(one -> one.measure().cells()).sum();
  }

  /**
   * Adds a record.
   *
   * @param codes by measure
   * @param newcomer whether it is its person's first in this group and window
   * @param cells of the group
   */
  public void add(long[] codes, boolean newcomer, long[] cells) {
    int at = 0;
    for (int i = 0; i < codes.length; i++) {
      Measure measure = measures.get(i).measure();
      measure.add(codes[i], newcomer, cells, at);
      at += measure.cells();
    }
    if (discovers && newcomer) {
      cells[at]++;
    }
  }

  /** Of a group's sums, how many people it has, where groups are discovered. */
  public long people(long[] cells) {
    if (!discovers) {
      throw new IllegalStateException("people are counted where groups are discovered");
    }
    return cells[measured()];
  }
}
