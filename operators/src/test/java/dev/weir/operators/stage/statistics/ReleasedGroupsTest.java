package dev.weir.operators.stage.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.stage.statistics.StatisticsHarness.Given;
import dev.weir.plan.StatisticsPlan;
import dev.weir.plan.StatisticsPlan.Kind;
import dev.weir.privacy.ledger.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * D3 on what the operators release: a group of so many people is told as often as the table says.
 * The table is P(X ≥ threshold - people) of discrete Gaussian noise X, worked out apart from our
 * code (sums of e^(-k²/2σ²) in Python's floats, correctly rounded by {@code math.fsum}). Both looks
 * cost a ρ of 0.5 and a δ of 1e-6.
 */
@WithOpenDp
class ReleasedGroupsTest {

  private static final int GROUPS = 2_000;

  /** Of both tails of all rows together: false alarms are below 1e-6. */
  private static final double RARE = 2e-8;

  /** One group a person: σ = 1, a threshold of 7. */
  @ParameterizedTest
  @CsvSource({
    "3, 0.000135",
    "4, 0.004567",
    "5, 0.058558",
    "6, 0.300529",
    "7, 0.699471",
    "8, 0.941442",
    "9, 0.995433"
  })
  void groupOfPeopleWithOneEach_isToldAsOftenAsTheTableSays(int people, double share)
      throws Exception {
    told(1, people, share);
  }

  /** Four groups a person: σ = 2, a threshold of 13. */
  @ParameterizedTest
  @CsvSource({
    "7, 0.002728", "8, 0.011492", "9, 0.038488", "10, 0.103246", "11, 0.224232", "12, 0.400264",
    "13, 0.599736", "14, 0.775768", "15, 0.896754", "16, 0.961512", "17, 0.988508", "18, 0.997272"
  })
  void groupOfPeopleWithFourEach_isToldAsOftenAsTheTableSays(int people, double share)
      throws Exception {
    told(4, people, share);
  }

  private static void told(int groupsOfAPerson, int people, double share) throws Exception {
    int told = told(groupsOfAPerson, people);
    BinomialDistribution due = new BinomialDistribution(GROUPS, share);
    assertThat(due.cumulativeProbability(told)).as("%d told", told).isGreaterThan(RARE);
    assertThat(1 - due.cumulativeProbability(told - 1)).as("%d told", told).isGreaterThan(RARE);
  }

  private static int told(int groupsOfAPerson, int people) throws Exception {
    StatisticsPlan plan =
        StatisticsPlans.statistics(
            StatisticsPlans.hours(),
            StatisticsPlans.discoveredShops(),
            new StatisticsPlan.Bounds(groupsOfAPerson, groupsOfAPerson, 1),
            ReleasedNoiseTest.EPSILON_OF_ONE,
            "terms");
    List<StatisticsPlan.Figure> count =
        List.of(StatisticsPlans.figure("payments", Kind.COUNT, null));
    Given given =
        Given.of(StatisticsPlans.release(StatisticsPlans.measuring(plan, count, "2e-6")))
            .within(
                new Span(
                    StatisticsHarness.START, StatisticsHarness.START + StatisticsHarness.HOUR));
    try (StatisticsHarness harness = new StatisticsHarness(given, null)) {
      for (int group = 0; group < GROUPS; group++) {
        for (int person = 0; person < people; person++) {
          harness.add(1_000L * group + person, "g" + group, 0, 5);
        }
      }
      harness.end();
      Map<String, Integer> rows = new HashMap<>();
      harness.json().forEach(row -> rows.merge(row.at("/group/shop").asText(), 1, Integer::sum));
      assertThat(rows.values()).allMatch(once -> once == 1);
      return rows.size();
    }
  }
}
