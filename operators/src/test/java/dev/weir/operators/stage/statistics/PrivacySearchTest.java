package dev.weir.operators.stage.statistics;

import static dev.weir.operators.stage.statistics.Neighbours.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.plan.StatisticsPlan;
import dev.weir.plan.StatisticsPlan.Figure;
import dev.weir.plan.StatisticsPlan.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * D2 on what the operators release: of 200,000 samples a side nothing tells one person more than
 * (ε, δ) allows. False alarms are below 1e-6 for all cases together. That it finds faults is shown
 * by planted ones, in {@link PlantedFaultsTest}.
 */
@WithOpenDp
class PrivacySearchTest {

  private static final int SAMPLES = 200_000;
  private static final double EPSILON = 1;
  private static final double DELTA = 1e-3;
  private static final StatisticsPlan.Bounds ONE = new StatisticsPlan.Bounds(1, 1, 1);
  private static final StatisticsPlan.Bounds FIVE = new StatisticsPlan.Bounds(5, 1, 1);

  private static Neighbours of(
      Figure figure, StatisticsPlan.Bounds bounds, List<Long> others, List<Long> person) {
    return new Neighbours(figure, bounds, "1", "1e-3", others, person, times(person.size(), 5));
  }

  private static Figure figure(Kind kind, String low, String high) {
    StatisticsPlan.Values values =
        new StatisticsPlan.Values(new BigDecimal(low), new BigDecimal(high), BigDecimal.ONE);
    return StatisticsPlans.figure("m", kind, values);
  }

  private static Figure counted(Kind kind) {
    return StatisticsPlans.figure("m", kind, null);
  }

  private static Figure histogram() {
    return new Figure(
        "m",
        Kind.HISTOGRAM,
        FieldPath.of("amount"),
        null,
        null,
        0,
        List.of(BigDecimal.ZERO, BigDecimal.TEN, new BigDecimal("20")),
        BigDecimal.ONE);
  }

  private static Figure median() {
    return new Figure(
        "m",
        Kind.QUANTILES,
        FieldPath.of("amount"),
        new StatisticsPlan.Values(BigDecimal.ZERO, BigDecimal.TEN, BigDecimal.ONE),
        List.of(new BigDecimal("0.5")),
        4,
        null,
        BigDecimal.ONE);
  }

  private static final Map<String, Neighbours> CASES = new TreeMap<>();

  static {
    CASES.put("count, nobody else", of(counted(Kind.COUNT), ONE, List.of(), times(1, 0)));
    CASES.put("count, one other", of(counted(Kind.COUNT), ONE, times(1, 0), times(1, 0)));
    CASES.put("count, five records", of(counted(Kind.COUNT), FIVE, times(2, 0), times(5, 0)));
    CASES.put(
        "count, far beyond the bound", of(counted(Kind.COUNT), FIVE, List.of(), times(40, 0)));
    CASES.put(
        "count, in other windows and late",
        of(counted(Kind.COUNT), FIVE, List.of(), times(3, 0))
            .of(times(3, 0), List.of(5L, 500_000L, -500L)));
    CASES.put(
        "people, many records", of(counted(Kind.COUNT_DISTINCT), FIVE, List.of(), times(5, 0)));
    CASES.put("sum, largest", of(figure(Kind.SUM, "0", "100"), ONE, List.of(), times(1, 100)));
    CASES.put(
        "sum, below zero", of(figure(Kind.SUM, "-50", "20"), FIVE, times(3, 20), times(5, -50)));
    CASES.put("mean, at the end", of(figure(Kind.MEAN, "0", "10"), ONE, times(4, -5), times(1, 5)));
    CASES.put("variance", of(figure(Kind.VARIANCE, "0", "10"), ONE, times(4, 0), times(1, 5)));
    CASES.put("histogram", of(histogram(), FIVE, times(2, 0), times(5, 0)));
    CASES.put("quantile", of(median(), FIVE, times(4, 0), times(5, 3)));
  }

  static Stream<String> cases() {
    return CASES.keySet().stream();
  }

  private static double worst(Neighbours pair) throws Exception {
    double[][] sides = pair.sides(SAMPLES);
    return new PrivacySearch(EPSILON, DELTA).worst(sides[0], sides[1]);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void onePersonMore_isNotTold(String name) throws Exception {
    double worst = worst(Objects.requireNonNull(CASES.get(name)));
    assertThat(PrivacySearch.violates(worst)).as("%s: %.1f deviations", name, worst).isFalse();
  }

  /**
   * Noise that was used twice would leave the difference of two windows, or groups, bare. Variances
   * of 100,000 differences are off by 0.5 % (one deviation): a false alarm is below 1e-20.
   */
  @Test
  void windowsAndGroups_areNoisedApart() throws Exception {
    double[] drawn = of(counted(Kind.COUNT), ONE, List.of(), List.of()).released(SAMPLES, false);
    int half = SAMPLES / 2;
    double own = 0;
    double ofWindows = 0;
    double ofGroups = 0;
    for (int group = 0; group < half; group++) {
      own += drawn[group] * drawn[group];
      double windows = drawn[group] - drawn[half + group];
      double groups = drawn[group] - drawn[(group + 1) % half];
      ofWindows += windows * windows;
      ofGroups += groups * groups;
    }
    assertThat(ofWindows / own).isBetween(1.9, 2.1);
    assertThat(ofGroups / own).isBetween(1.9, 2.1);
  }
}
