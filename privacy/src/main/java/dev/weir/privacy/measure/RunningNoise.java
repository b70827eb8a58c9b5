package dev.weir.privacy.measure;

import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.measure.Measure.Part;
import dev.weir.privacy.opendp.OpenDp;
import dev.weir.privacy.statistics.Contribution;
import dev.weir.privacy.totals.Running;
import dev.weir.privacy.totals.Totals;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The noise of one measure's running totals, over all steps of a period. */
final class RunningNoise {

  private final Measure measure;
  private final List<Part> parts;
  private final List<Totals> totals = new ArrayList<>();

  private RunningNoise(Measure measure, List<Part> parts) {
    this.measure = measure;
    this.parts = parts;
  }

  /**
   * The least noise that the loss allows.
   *
   * @param steps of a period
   * @throws IllegalArgumentException if the measure has no running totals
   */
  static RunningNoise of(Measure measure, Rho rho, Contribution bounds, int steps) {
    if (measure instanceof Quantile) {
      throw new IllegalArgumentException("quantiles have no running totals");
    }
    RunningNoise noise = new RunningNoise(measure, measure.parts(bounds));
    Rho each = noise.parts.size() == 1 ? rho : rho.part(noise.parts.size());
    noise.parts.forEach(part -> noise.totals.add(Totals.of(each, part.most(), steps)));
    return noise;
  }

  /** What a group has before its first step: one for each cell. */
  List<Running> start() {
    return Collections.nCopies(measure.cells(), Running.start());
  }

  /**
   * Releases a step of every group.
   *
   * @param now by group and cell; replaced by what is after the step
   * @param cells what was added in the step
   */
  List<Figure> release(OpenDp library, List<List<Running>> now, long[][] cells) {
    int at = 0;
    for (int part = 0; part < parts.size(); part++) {
      release(library, now, cells, at, part);
      at += parts.get(part).cells();
    }
    List<Figure> figures = new ArrayList<>();
    for (List<Running> group : now) {
      double[] noised = group.stream().mapToDouble(Running::total).toArray();
      figures.add(measure.figure(noised, within(group.get(0).step())));
    }
    return figures;
  }

  private void release(OpenDp library, List<List<Running>> now, long[][] cells, int at, int part) {
    int width = parts.get(part).cells();
    List<Running> before = new ArrayList<>();
    long[] added = new long[now.size() * width];
    for (int group = 0; group < now.size(); group++) {
      before.addAll(now.get(group).subList(at, at + width));
      System.arraycopy(cells[group], at, added, group * width, width);
    }
    List<Running> after = totals.get(part).release(library, before, added);
    for (int group = 0; group < now.size(); group++) {
      List<Running> all = new ArrayList<>(now.get(group));
      for (int cell = 0; cell < width; cell++) {
        all.set(at + cell, after.get(group * width + cell));
      }
      now.set(group, all);
    }
  }

  /** As {@link MeasureNoise#within}, at the step of that number, from 1. */
  double[] within(int step) {
    double each = 1 - 0.05 / parts.size();
    return totals.stream().mapToDouble(part -> part.within(step, each)).toArray();
  }
}
