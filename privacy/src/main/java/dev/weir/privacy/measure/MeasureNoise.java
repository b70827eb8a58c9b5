package dev.weir.privacy.measure;

import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.measure.Measure.Part;
import dev.weir.privacy.opendp.OpenDp;
import dev.weir.privacy.statistics.Contribution;
import dev.weir.privacy.statistics.NoisedMeasure;
import dev.weir.privacy.totals.Quantiles;
import dev.weir.privacy.totals.Ranks;
import java.util.ArrayList;
import java.util.List;

/** The noise of one measure in one window, as its part of the budget asks for. */
sealed interface MeasureNoise {

  String NO_SUM = "the numbers of several windows do not add up to that of them together";

  /**
   * The least noise that the loss allows.
   *
   * @throws IllegalArgumentException if the loss is so small that its noise exceeds 64 bits
   */
  static MeasureNoise of(Measure measure, Rho rho, Contribution bounds) {
    return measure instanceof Quantile quantile
        ? new OfRanks(quantile, Quantiles.of(rho, bounds.records(), quantile.buckets()))
        : OfParts.of(measure, rho, bounds);
  }

  /**
   * A release: of every group what may be published.
   *
   * @param cells of this measure, by group
   */
  List<Figure> release(OpenDp library, long[][] cells);

  /**
   * How far each number that is noised is off at the most, all together with a probability of 95 %,
   * in the cells' units; known before anything runs.
   *
   * @param windows whose numbers are added up
   * @throws IllegalArgumentException if there are several and the measure is no sum
   */
  double[] within(int windows);

  /** Parts of cells, each with noise of its own. */
  record OfParts(Measure measure, List<Part> parts, List<NoisedMeasure> noise)
      implements MeasureNoise {

    static OfParts of(Measure measure, Rho rho, Contribution bounds) {
      List<Part> parts = measure.parts(bounds);
      Rho each = parts.size() == 1 ? rho : rho.part(parts.size());
      List<NoisedMeasure> noise =
          parts.stream().map(part -> NoisedMeasure.of(each, part.sensitivity())).toList();
      return new OfParts(measure, parts, noise);
    }

    @Override
    public List<Figure> release(OpenDp library, long[][] cells) {
      double[][] noised = new double[cells.length][measure.cells()];
      int at = 0;
      for (int part = 0; part < parts.size(); part++) {
        release(library, cells, noised, at, part);
        at += parts.get(part).cells();
      }
      double[] within = within(1);
      List<Figure> figures = new ArrayList<>(cells.length);
      for (double[] group : noised) {
        figures.add(measure.figure(group, within));
      }
      return figures;
    }

    /** All groups' cells of the part are one vector. */
    private void release(OpenDp library, long[][] cells, double[][] noised, int at, int part) {
      int width = parts.get(part).cells();
      long[] exact = new long[cells.length * width];
      for (int group = 0; group < cells.length; group++) {
        System.arraycopy(cells[group], at, exact, group * width, width);
      }
      long[] released = noise.get(part).release(library, exact);
      for (int i = 0; i < released.length; i++) {
        noised[i / width][at + i % width] = released[i];
      }
    }

    @Override
    public double[] within(int windows) {
      if (windows > 1 && !measure.addsUp()) {
        throw new IllegalArgumentException(NO_SUM);
      }
      double each = 1 - 0.05 / parts.size();
      return noise.stream().mapToDouble(part -> part.within(each, windows)).toArray();
    }
  }

  /** Ranks over buckets. */
  record OfRanks(Quantile measure, Quantiles quantiles) implements MeasureNoise {

    @Override
    public List<Figure> release(OpenDp library, long[][] cells) {
      List<Figure> figures = new ArrayList<>(cells.length);
      for (Ranks ranks : quantiles.release(library, cells)) {
        figures.add(measure.figure(ranks));
      }
      return figures;
    }

    @Override
    public double[] within(int windows) {
      if (windows > 1) {
        throw new IllegalArgumentException(NO_SUM);
      }
      return new double[] {quantiles.within()};
    }
  }
}
