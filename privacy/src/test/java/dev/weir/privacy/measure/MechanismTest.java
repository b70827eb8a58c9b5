package dev.weir.privacy.measure;

import static dev.weir.privacy.measure.MeasureSensitivityTest.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.privacy.budget.Conversion;
import dev.weir.privacy.budget.EpsilonDelta;
import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.measure.Terms.Shared;
import dev.weir.privacy.opendp.NeedsOpenDp;
import dev.weir.privacy.opendp.OpenDp;
import dev.weir.privacy.statistics.Contribution;
import dev.weir.privacy.statistics.FixedPoint;
import dev.weir.privacy.totals.Running;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@NeedsOpenDp
class MechanismTest {

  private static final FixedPoint AMOUNTS = values("0", "100", "0.01");
  private static final Contribution BOUNDS = new Contribution(5, 3);
  private static final EpsilonDelta BUDGET = new EpsilonDelta(4, 1e-6);

  private static Terms terms(int windows, boolean discovers, Measure... measures) {
    List<Shared> shared = new ArrayList<>();
    for (Measure measure : measures) {
      shared.add(new Shared("m" + shared.size(), measure, 1 + shared.size()));
    }
    return new Terms(shared, BOUNDS, windows, BUDGET, discovers);
  }

  private static Measure[] all() {
    return new Measure[] {
      new Count(),
      new People(),
      new Sum(AMOUNTS),
      new Mean(AMOUNTS),
      new Variance(AMOUNTS),
      new Histogram(List.of(BigDecimal.ZERO, BigDecimal.TEN, new BigDecimal("50"))),
      new Quantile(List.of(0.5, 0.9), AMOUNTS, 100)
    };
  }

  @Test
  void allWindowsOfAPeriod_costNoMoreThanItsBudget() {
    for (int windows : new int[] {1, 4, 24, 365}) {
      Mechanism mechanism = Mechanism.of(terms(windows, true, all()));
      Rho spent = mechanism.window().times(windows);
      assertThat(spent).isLessThanOrEqualTo(mechanism.period());
      assertThat(Conversion.epsilon(spent, 0.5e-6)).isLessThanOrEqualTo(4).isGreaterThan(3.999);
      assertThat(mechanism.windowDelta() * windows).isLessThanOrEqualTo(0.5e-6 * (1 + 1e-12));
    }
  }

  /** Of windows of all sizes together, whatever each of them holds people to. */
  @Test
  void windowsOfAllSizes_costNoMoreThanTheBudget() {
    for (int sizes : new int[] {2, 3, 7}) {
      Rho spent = Rho.NOTHING;
      double delta = 0;
      Mechanism mechanism = Mechanism.of(terms(1, true, all()));
      for (int size = 0; size < sizes; size++) {
        int windows = 1 + 5 * size;
        Terms one = terms(windows, true, all());
        mechanism =
            Mechanism.of(new Terms(one.measures(), one.bounds(), windows, BUDGET, true, sizes));
        spent = spent.plus(mechanism.window().times(windows));
        delta += mechanism.windowDelta() * windows;
      }
      assertThat(spent).isLessThanOrEqualTo(mechanism.budget());
      assertThat(mechanism.epsilon(spent)).isLessThanOrEqualTo(4).isGreaterThan(3.999);
      assertThat(delta).isLessThanOrEqualTo(0.5e-6 * (1 + 1e-12));
      assertThat(mechanism.budgetDelta()).isBetween(delta * (1 - 1e-12), 0.5e-6 * (1 + 1e-12));
    }
  }

  @Test
  void windowsThatDoNotAddUp_haveNoSum() {
    for (Measure measure : all()) {
      Mechanism mechanism = Mechanism.of(terms(4, false, measure));
      if (measure.addsUp()) {
        double one = mechanism.expected(1).get(0).within();
        assertThat(mechanism.expected(16).get(0).within()).isBetween(3.9 * one, 4.1 * one);
      } else {
        assertThatThrownBy(() -> mechanism.expected(16))
            .isInstanceOf(IllegalArgumentException.class);
      }
    }
  }

  /** Each group holds 1000 records of 40 people each with the same spread of amounts. */
  private static long[] cells(Terms terms, int records) {
    long[] cells = new long[terms.cells()];
    for (int i = 0; i < records; i++) {
      int at = 0;
      for (Shared shared : terms.measures()) {
        Measure measure = shared.measure();
        boolean counts = measure instanceof Count || measure instanceof People;
        long code = counts ? Measure.ABSENT : measure.code(BigDecimal.valueOf(i % 61));
        measure.add(code, i % 25 == 0, cells, at);
        at += measure.cells();
      }
    }
    return cells;
  }

  /**
   * Of 400 groups, each number's interval holds the exact one in 95 of 100, or more often. With 400
   * groups fewer than 340 happen by chance less often than 1e-13.
   */
  @Test
  void intervals_holdTheExactNumbers() {
    Terms terms = terms(4, false, all());
    long[] exact = cells(terms, 1000);
    List<List<Figure>> released =
        Mechanism.of(terms).release(OpenDp.load(), Collections.nCopies(400, exact));
    double[][] truth = {{1000}, {40}, {29556}, {29.556}, {variance()}, {170, 830}, {30, 55}};
    for (int measure = 0; measure < truth.length; measure++) {
      for (int number = 0; number < truth[measure].length; number++) {
        int at = measure;
        int of = number;
        double value = truth[measure][number];
        long held =
            released.stream()
                .map(group -> group.get(at).estimates().get(of))
                .filter(estimate -> estimate.low() <= value && value <= estimate.high())
                .count();
        assertThat(held).as("measure %d, number %d", measure, number).isGreaterThan(340);
      }
    }
  }

  private static double variance() {
    double mean = IntStream.range(0, 1000).mapToDouble(i -> i % 61).average().orElseThrow();
    return IntStream.range(0, 1000).mapToDouble(i -> Math.pow(i % 61 - mean, 2)).sum() / 1000;
  }

  @Test
  void withoutNoiseToSpeakOf_figuresAreTheExactOnes() {
    Terms terms =
        new Terms(terms(1, false, all()).measures(), BOUNDS, 1, new EpsilonDelta(1e6, 1e-6), false);
    List<List<Figure>> released =
        Mechanism.of(terms).release(OpenDp.load(), List.of(cells(terms, 1000)));
    List<Figure> group = released.get(0);
    assertThat(group.get(0).estimates().get(0).value()).isBetween(998.0, 1002.0);
    assertThat(group.get(3).estimates().get(0).value()).isBetween(29.5, 29.6);
    assertThat(group.get(4).estimates().get(0).value()).isBetween(variance() - 4, variance() + 4);
    assertThat(group.get(5).listed()).isTrue();
    assertThat(group.get(6).estimates().get(0).value()).isBetween(28.5, 31.5);
  }

  @Test
  void groups_areToldFromManyPeopleOn_andNotOfOne() {
    Mechanism mechanism = Mechanism.of(terms(1, true, new Count()));
    long[] people = new long[100];
    for (int i = 50; i < 100; i++) {
      people[i] = 100_000;
    }
    people[0] = 1;
    assertThat(mechanism.discovered(OpenDp.load(), people))
        .containsExactly(IntStream.range(50, 100).toArray());
    assertThat(mechanism.threshold()).isGreaterThan(2);
  }

  @Test
  void windowWithoutAnything_isDrawnLikeAnother() {
    Terms terms = terms(4, false, all());
    List<List<Figure>> released =
        Mechanism.of(terms).release(OpenDp.load(), List.of(new long[terms.cells()]));
    assertThat(released.get(0)).hasSize(7);
    assertThat(Mechanism.of(terms).release(OpenDp.load(), List.of())).isEmpty();
  }

  @Test
  void runningTotals_stayNearTheExactOnes() {
    Terms terms = terms(1, false, new Count(), new Sum(AMOUNTS), new Mean(AMOUNTS));
    RunningMechanism mechanism = RunningMechanism.of(terms, 24);
    List<List<Running>> now = new ArrayList<>(List.of(mechanism.start()));
    long[] step = cells(terms, 1000);
    for (int i = 1; i <= 24; i++) {
      List<Figure> group = mechanism.release(OpenDp.load(), now, List.of(step)).get(0);
      double off = group.get(0).estimates().get(0).value() - 1000.0 * i;
      double within = mechanism.expected(i).get(0).within();
      // Four intervals: eight standard deviations.
      assertThat(Math.abs(off)).isLessThan(4.1 * within);
      assertThat(group.get(2).estimates().get(0).value()).isBetween(25.0, 35.0);
    }
    assertThatThrownBy(() -> mechanism.release(OpenDp.load(), now, List.of(step)))
        .isInstanceOf(IllegalStateException.class);
  }
}
