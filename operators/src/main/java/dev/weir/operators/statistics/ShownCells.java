package dev.weir.operators.statistics;

import dev.weir.config.agreement.PostProcess;
import dev.weir.plan.StatisticsPlan;
import dev.weir.privacy.measure.Estimate;
import dev.weir.privacy.measure.Figure;
import dev.weir.privacy.measure.Measure;
import dev.weir.privacy.measure.Mechanism;
import dev.weir.privacy.measure.Sum;
import dev.weir.privacy.measure.Terms;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What rows have shown, added up in whole numbers: how many rows, their numbers in steps as they
 * were shown, and the same before anything was raised to zero, which alone says where the exact sum
 * lies. All of it was noised, and is public.
 */
public final class ShownCells {

  private ShownCells() {}

  /**
   * Of one row, whose measures' numbers add up.
   *
   * @param terms of the row
   */
  public static long[] of(StatisticsPlan plan, Terms terms, List<Figure> figures) {
    boolean raised = plan.postProcess().contains(PostProcess.NON_NEGATIVE);
    List<Terms.Shared> measures = terms.measures();
    int numbers = numbers(measures);
    long[] cells = new long[1 + 2 * numbers];
    cells[0] = 1;
    int at = 1;
    for (int i = 0; i < figures.size(); i++) {
      double unit = unit(measures.get(i).measure());
      for (Estimate estimate : figures.get(i).estimates()) {
        long noised = Math.round(estimate.value() / unit);
        cells[at] = raised ? Math.max(0, noised) : noised;
        cells[at + numbers] = noised;
        at++;
      }
    }
    return cells;
  }

  private static int numbers(List<Terms.Shared> measures) {
    return measures.stream().mapToInt(shared -> shared.measure().cells()).sum();
  }

  private static double unit(Measure measure) {
    return measure instanceof Sum sum ? sum.values().step().doubleValue() : 1;
  }

  /** Of how many rows it is the sum. */
  public static long rows(long[] cells) {
    return cells[0];
  }

  /** What the sum of so many rows shows: theirs, and the interval of the noise of all of them. */
  public static List<Figure> figures(Mechanism mechanism, long[] cells) {
    int rows = Math.toIntExact(rows(cells));
    int numbers = (cells.length - 1) / 2;
    List<Figure> shown = mechanism.together(rows, part(cells, 1, numbers));
    List<Figure> noised = mechanism.together(rows, part(cells, 1 + numbers, numbers));
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < shown.size(); i++) {
      figures.add(new Figure(both(shown.get(i), noised.get(i)), shown.get(i).listed()));
    }
    return figures;
  }

  private static double[] part(long[] cells, int from, int count) {
    return Arrays.stream(cells, from, from + count).asDoubleStream().toArray();
  }

  private static List<Estimate> both(Figure shown, Figure noised) {
    List<Estimate> all = new ArrayList<>();
    for (int i = 0; i < shown.estimates().size(); i++) {
      Estimate around = noised.estimates().get(i);
      all.add(new Estimate(shown.estimates().get(i).value(), around.low(), around.high()));
    }
    return all;
  }
}
