package dev.weir.operators.stage.statistics;

import static dev.weir.operators.stage.statistics.StatisticsHarness.HOUR;
import static dev.weir.operators.stage.statistics.StatisticsHarness.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.operators.stage.statistics.StatisticsHarness.Given;
import dev.weir.operators.statistics.Level;
import dev.weir.operators.statistics.PartialSums;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import dev.weir.plan.StatisticsPlan.Kind;
import dev.weir.privacy.ledger.Span;
import dev.weir.privacy.measure.Mechanism;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.Test;

/**
 * D2 on a release in hours and pairs of hours: of 96,000 samples a side neither the pairs alone nor
 * both sizes together tell one person, who is in both hours, more than (ε, δ) allows. The score of
 * both together is the likelihood's, so that no other tells more. False alarms are below 1e-7.
 * Noise for half of what a person moves is found; that each size had the whole budget would not be,
 * for the conversion to (ε, δ) leaves as much room: that budgets are parted, {@link
 * WindowSizesTest} shows.
 */
@WithOpenDp
class SizesPrivacySearchTest {

  private static final double DELTA = 1e-3;
  private static final int PAIRS = 12;
  private static final int SHOPS = 8_000;
  private static final StatisticsPlan.Bounds TWO_HOURS = new StatisticsPlan.Bounds(1, 1, 2);

  private static StatisticsPlan plan(StatisticsPlan.Bounds bounds, String epsilon) {
    String[] shops = IntStream.range(0, SHOPS).mapToObj(i -> "s" + i).toArray(String[]::new);
    StatisticsPlan plan =
        StatisticsPlans.statistics(
            StatisticsPlans.hoursAnd("PT2H"),
            StatisticsPlans.shops(shops),
            bounds,
            epsilon,
            "terms");
    return StatisticsPlans.measuring(
        plan, List.of(StatisticsPlans.figure("m", Kind.COUNT, null)), "1e-3");
  }

  /** What both sizes told of a shop in a pair of hours. */
  private record Told(double hours, double pair) {}

  /**
   * @param held what people are held to
   * @param drawn what the noise is for; another one is a fault
   */
  private static List<Told> released(StatisticsPlan held, StatisticsPlan drawn, boolean withPerson)
      throws Exception {
    Given given = given(StatisticsPlans.release(held));
    Given noised = given(StatisticsPlans.release(drawn));
    try (StatisticsHarness people = new StatisticsHarness(given, null);
        StatisticsHarness noise = new StatisticsHarness(noised, null)) {
      for (int sample = 0; withPerson && sample < SHOPS * PAIRS; sample++) {
        for (int hour = 0; hour < 2; hour++) {
          people.add(sample, "s" + sample / PAIRS, 0, 60L * (sample % PAIRS * 2 + hour));
        }
      }
      people.bounds.endInput();
      for (PartialSums sums : people.partials()) {
        noise.draws.processElement(new StreamRecord<>(sums));
      }
      noise.draws.endInput();
      return told(noise.json());
    }
  }

  private static Given given(ReleasePlan release) {
    return Given.of(release).within(new Span(START, START + 24 * HOUR));
  }

  private static List<Told> told(List<JsonNode> rows) {
    Map<String, Told> told = new HashMap<>();
    for (JsonNode row : rows) {
      long from = Instant.parse(row.at("/window/from").asText()).toEpochMilli();
      long to = Instant.parse(row.at("/window/to").asText()).toEpochMilli();
      double value = row.at("/measures/m/value").asDouble();
      Told more = to - from == HOUR ? new Told(value, 0) : new Told(0, value);
      told.merge(
          row.at("/group/shop").asText() + "/" + (from - START) / (2 * HOUR),
          more,
          (one, other) -> new Told(one.hours() + other.hours(), one.pair() + other.pair()));
    }
    assertThat(told.size()).isEqualTo(SHOPS * PAIRS);
    return List.copyOf(told.values());
  }

  private static double[] pairs(List<Told> told) {
    return told.stream().mapToDouble(Told::pair).toArray();
  }

  /** A person moves each hour by 1, and the pair by 2. */
  private static double[] both(List<Told> told, StatisticsPlan plan) {
    List<Level> levels = Level.of(plan);
    double hour = Math.pow(within(levels.get(0)), 2);
    double pair = Math.pow(within(levels.get(1)), 2);
    return told.stream().mapToDouble(one -> one.hours() / hour + 2 * one.pair() / pair).toArray();
  }

  /** In proportion to the noise. */
  private static double within(Level level) {
    return Mechanism.of(level.terms()).expected().get(0).within();
  }

  private static double worst(double epsilon, double[] with, double[] without) {
    return new PrivacySearch(epsilon, DELTA).worst(with, without);
  }

  @Test
  void onePersonInWindowsOfBothSizes_isNotTold() throws Exception {
    StatisticsPlan plan = plan(TWO_HOURS, "1");
    List<Told> with = released(plan, plan, true);
    List<Told> without = released(plan, plan, false);
    Mechanism ofPairs = Mechanism.of(Level.of(plan).get(1).terms());
    double part = ofPairs.epsilon(ofPairs.period());
    assertThat(PrivacySearch.violates(worst(part, pairs(with), pairs(without)))).isFalse();
    double both = worst(1, both(with, plan), both(without, plan));
    assertThat(PrivacySearch.violates(both)).as("%.1f deviations", both).isFalse();
  }

  /** Noise for a person who is in one hour alone: half of what the person moves. */
  @Test
  void pairsOfHalfTheSensitivity_areFound() throws Exception {
    StatisticsPlan held = plan(TWO_HOURS, "1");
    StatisticsPlan drawn = plan(new StatisticsPlan.Bounds(1, 1, 1), "1");
    Mechanism ofPairs = Mechanism.of(Level.of(held).get(1).terms());
    double part = ofPairs.epsilon(ofPairs.period());
    double[] with = pairs(released(held, drawn, true));
    double[] without = pairs(released(held, drawn, false));
    assertThat(PrivacySearch.violates(worst(part, with, without))).isTrue();
  }
}
