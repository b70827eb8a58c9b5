package dev.weir.privacy.measure;

import dev.weir.privacy.budget.Conversion;
import dev.weir.privacy.budget.EpsilonDelta;
import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.opendp.OpenDp;
import dev.weir.privacy.totals.Running;
import java.util.ArrayList;
import java.util.List;

/** What is drawn for running totals: one loss for all steps of a period. */
public final class RunningMechanism {

  private final Terms terms;
  private final Rho period;
  private final List<RunningNoise> noise = new ArrayList<>();

  private RunningMechanism(Terms terms, Rho period) {
    this.terms = terms;
    this.period = period;
  }

  /**
   * The least noise that the terms allow.
   *
   * @param terms of one window a person, which is the period, and of listed groups
   * @param steps of the longest period, 1 to 2^20
   * @throws IllegalArgumentException if they make no sense, or their noise exceeds 64 bits
   */
  public static RunningMechanism of(Terms terms, int steps) {
    if (terms.windows() != 1 || terms.discovers()) {
      throw new IllegalArgumentException(
          "running totals bound a person over the period, and have listed groups");
    }
    Rho period = Conversion.rho(new EpsilonDelta(terms.budget().epsilon(), terms.conversion()));
    List<Rho> parts = period.parts(terms.shares());
    RunningMechanism mechanism = new RunningMechanism(terms, period);
    for (int i = 0; i < terms.measures().size(); i++) {
      Measure measure = terms.measures().get(i).measure();
      mechanism.noise.add(RunningNoise.of(measure, parts.get(i), terms.bounds(), steps));
    }
    return mechanism;
  }

  public Terms terms() {
    return terms;
  }

  /** What a period costs, with its first step. */
  public Rho period() {
    return period;
  }

  /** What a group has before its first step: by cell. */
  public List<Running> start() {
    List<Running> start = new ArrayList<>();
    noise.forEach(measure -> start.addAll(measure.start()));
    return start;
  }

  /**
   * Releases a step.
   *
   * @param now by group and cell; replaced by what is after the step, which is to be kept
   * @param cells what was added in the step, by group
   * @return by group and measure
   */
  public List<List<Figure>> release(OpenDp library, List<List<Running>> now, List<long[]> cells) {
    List<List<Figure>> released = new ArrayList<>();
    cells.forEach(group -> released.add(new ArrayList<>()));
    int at = 0;
    for (int i = 0; i < noise.size(); i++) {
      int width = terms.measures().get(i).measure().cells();
      release(library, i, now, Cells.of(cells, at, width), at, released);
      at += width;
    }
    return released;
  }

  private void release(
      OpenDp library,
      int measure,
      List<List<Running>> now,
      long[][] cells,
      int at,
      List<List<Figure>> released) {
    List<List<Running>> own = new ArrayList<>();
    int width = terms.measures().get(measure).measure().cells();
    now.forEach(group -> own.add(group.subList(at, at + width)));
    List<Figure> figures = noise.get(measure).release(library, own, cells);
    for (int group = 0; group < own.size(); group++) {
      List<Running> all = new ArrayList<>(now.get(group));
      for (int cell = 0; cell < width; cell++) {
        all.set(at + cell, own.get(group).get(cell));
      }
      now.set(group, all);
      released.get(group).add(figures.get(group));
    }
  }

  /** As {@link Mechanism#expected}, at the step of that number, from 1. */
  public List<Expected> expected(int step) {
    List<Expected> expected = new ArrayList<>();
    for (int i = 0; i < noise.size(); i++) {
      expected.add(Expected.of(terms.measures().get(i), noise.get(i).within(step)));
    }
    return List.copyOf(expected);
  }
}
