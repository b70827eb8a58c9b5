package dev.weir.privacy.measure;

import static dev.weir.privacy.measure.MeasureSensitivityTest.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.measure.Measure.Part;
import dev.weir.privacy.opendp.NeedsOpenDp;
import dev.weir.privacy.opendp.OpenDp;
import dev.weir.privacy.statistics.Contribution;
import dev.weir.privacy.totals.Running;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * D1 over running totals of several groups: the noise that is drawn is that which neighbouring
 * streams need, of a person who has several records and groups. How far a stream is moved is worked
 * out here from the coefficients of the best factorization, 1/√(1-z), which the product's are
 * within 1 % of.
 */
@NeedsOpenDp
class RunningSensitivityTest {

  private static final int STEPS = 24;
  private static final int GROUPS = 4;

  /** Of draws by which the noise is measured: its deviation is off by 1.1 %, one deviation. */
  private static final int DRAWS = 4000;

  /** Six deviations, below 1e-8; and what the factorization is off by. */
  private static final double SLACK = 1.08;

  private static final Rho RHO = new Rho(0.1);
  private static final List<Contribution> BOUNDS =
      List.of(new Contribution(1, 1), new Contribution(3, 2), new Contribution(5, 4));
  private static final List<Measure> MEASURES =
      List.of(
          new Count(),
          new People(),
          new Sum(values("0", "10", "0.5")),
          new Mean(values("-3", "10", "0.5")),
          new Histogram(List.of(BigDecimal.ZERO, new BigDecimal("4"), BigDecimal.TEN)));

  @Test
  void noise_isWhatAPersonAtTheBoundsNeeds() {
    for (Measure measure : MEASURES) {
      for (Contribution bounds : BOUNDS) {
        List<Part> parts = measure.parts(bounds);
        Rho each = parts.size() == 1 ? RHO : RHO.part(parts.size());
        double[] drawn = deviations(measure, bounds);
        double[] moved = furthest(measure, bounds);
        for (int part = 0; part < parts.size(); part++) {
          double allowed = drawn[part] * Math.sqrt(2 * each.value());
          assertThat(allowed)
              .as("%s of %s, part %d: what its noise is enough for", measure, bounds, part)
              .isBetween(moved[part] / SLACK, moved[part] * slack(measure, bounds));
        }
      }
    }
  }

  /** One person is counted once in each group, but has noise as for all of that in one group. */
  private static double slack(Measure measure, Contribution bounds) {
    return measure instanceof People ? SLACK * Math.sqrt(bounds.groups()) : SLACK;
  }

  /** Of the noise of a first step, which is of C's first row: one draw a cell. */
  private static double[] deviations(Measure measure, Contribution bounds) {
    RunningNoise noise = RunningNoise.of(measure, RHO, bounds, STEPS);
    List<List<Running>> now = new ArrayList<>(Collections.nCopies(DRAWS, noise.start()));
    noise.release(OpenDp.load(), now, new long[DRAWS][measure.cells()]);
    List<Part> parts = measure.parts(bounds);
    double[] deviations = new double[parts.size()];
    int at = 0;
    for (int part = 0; part < deviations.length; part++) {
      int cell = at;
      deviations[part] =
          Math.sqrt(now.stream().mapToDouble(g -> Math.pow(g.get(cell).total(), 2)).sum() / DRAWS);
      at += parts.get(part).cells();
    }
    return deviations;
  }

  /** By part: of a person whose records come anywhere, and of one who has all at the first step. */
  private static double[] furthest(Measure measure, Contribution bounds) {
    Random random = new Random(11);
    double[] furthest = new double[measure.parts(bounds).size()];
    for (int round = 0; round < 400; round++) {
      long[][][] stream = new long[GROUPS][STEPS][measure.cells()];
      add(measure, bounds, stream, random, round % 2 == 0 ? 1 : 1 + random.nextInt(STEPS));
      int at = 0;
      for (int part = 0; part < furthest.length; part++) {
        int cells = measure.parts(bounds).get(part).cells();
        furthest[part] = Math.max(furthest[part], moved(stream, at, cells));
        at += cells;
      }
    }
    return furthest;
  }

  /** As a stream holds a person to the bounds. */
  private static void add(
      Measure measure, Contribution bounds, long[][][] stream, Random random, int steps) {
    Set<Integer> groups = new HashSet<>();
    int most = 1 + random.nextInt(bounds.groups());
    boolean counts = measure instanceof Count || measure instanceof People;
    BigDecimal value = BigDecimal.valueOf(random.nextInt(4) * 7L - 4);
    for (int record = 0; record < bounds.records(); record++) {
      int group = record % most;
      long code = counts ? Measure.ABSENT : measure.code(value);
      measure.add(code, groups.add(group), stream[group][random.nextInt(steps)], 0);
    }
  }

  /** How far C times the stream moves, over all groups, cells and steps (L2). */
  private static double moved(long[][][] stream, int at, int cells) {
    double[] best = new double[STEPS];
    best[0] = 1;
    for (int k = 1; k < STEPS; k++) {
      best[k] = best[k - 1] * (2.0 * k - 1) / (2 * k);
    }
    double squares = 0;
    for (long[][] group : stream) {
      for (int cell = at; cell < at + cells; cell++) {
        for (int step = 0; step < STEPS; step++) {
          double product = 0;
          for (int back = 0; back <= step; back++) {
            product += best[back] * group[step - back][cell];
          }
          squares += product * product;
        }
      }
    }
    return Math.sqrt(squares);
  }
}
