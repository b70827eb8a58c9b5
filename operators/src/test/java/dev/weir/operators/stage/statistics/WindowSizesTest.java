package dev.weir.operators.stage.statistics;

import static dev.weir.operators.stage.statistics.StatisticsHarness.HOUR;
import static dev.weir.operators.stage.statistics.StatisticsHarness.START;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.config.agreement.PostProcess;
import dev.weir.operators.stage.statistics.StatisticsHarness.Given;
import dev.weir.operators.stage.statistics.StatisticsHarness.State;
import dev.weir.operators.statistics.LedgerRow;
import dev.weir.operators.statistics.PartialSums;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import dev.weir.privacy.budget.Conversion;
import dev.weir.privacy.budget.EpsilonDelta;
import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.ledger.Ledger;
import dev.weir.privacy.ledger.Span;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One release in windows of several sizes: hours, and days. */
@WithOpenDp
class WindowSizesTest {

  private static final StatisticsPlan.Bounds BOUNDS = new StatisticsPlan.Bounds(3, 2, 2);
  private static final String DAYS = "acme-statistics/spend P1D";
  private static final long DAY_IS_OVER = 24 * 60 + 5;

  private static StatisticsPlan plan(String epsilon) {
    return StatisticsPlans.statistics(
        StatisticsPlans.hoursAnd("P1D"), StatisticsPlans.shops("a", "b"), BOUNDS, epsilon, "terms");
  }

  private static Given given() {
    return Given.of(StatisticsPlans.release(plan("2")));
  }

  private static void leave(StatisticsHarness harness, long checkpoint) throws Exception {
    harness.barrier(checkpoint);
    harness.complete(checkpoint);
  }

  private static long hours(JsonNode row) {
    return (time(row, "to") - time(row, "from")) / HOUR;
  }

  private static long time(JsonNode row, String end) {
    return Instant.parse(row.at("/window/" + end).asText()).toEpochMilli();
  }

  private static List<JsonNode> of(StatisticsHarness harness, long hours) throws IOException {
    return harness.json().stream().filter(row -> hours(row) == hours).toList();
  }

  private static Rho spent(List<LedgerRow> charges) {
    Ledger ledger = Ledger.of(charges.stream().map(LedgerRow::charge).toList());
    assertThat(ledger.accounts()).hasSize(1);
    return ledger.spent(ledger.accounts().get(0)).rho();
  }

  /** D7 of both: by the calendar, whatever is there; and exactly the budget, never above it. */
  @Test
  void windowsOfAllSizes_areDrawnOnce_andCostTheBudgetTogether() throws Exception {
    try (StatisticsHarness harness = new StatisticsHarness(given(), null)) {
      harness.passTo(DAY_IS_OVER);
      leave(harness, 1);
      assertThat(of(harness, 1)).hasSize(24 * 2);
      assertThat(of(harness, 24)).as("each listed group").hasSize(2);
      assertThat(hours(harness.json().get(48))).as("after the last of its hours").isEqualTo(24);
      assertThat(harness.charges()).hasSize(25);
      double most = Conversion.rho(new EpsilonDelta(2, 1e-6)).value();
      assertThat(spent(harness.charges()).value()).isBetween(most * (1 - 1e-8), most);
      assertThat(of(harness, 24))
          .allSatisfy(row -> assertThat(row.at("/privacy/budgetLeft/epsilon").asDouble()).isZero());
      double ofHour = of(harness, 1).get(0).at("/privacy/epsilon").asDouble();
      double ofDay = of(harness, 24).get(0).at("/privacy/epsilon").asDouble();
      assertThat(ofDay).as("a person is in one day, and in two hours").isGreaterThan(ofHour);
    }
  }

  @Test
  void nothingIsSpentTwice_onTheNextDayEither() throws Exception {
    try (StatisticsHarness harness = new StatisticsHarness(given(), null)) {
      harness.passTo(3 * 24 * 60 + 5);
      leave(harness, 1);
      assertThat(of(harness, 24)).hasSize(3 * 2);
      assertThat(harness.counts().withheld().values()).allMatch(count -> count == 0);
      assertThat(harness.charges()).hasSize(75);
    }
  }

  private static long[] sums(StatisticsHarness harness, String release) {
    long[] sums = new long[3];
    for (PartialSums part : harness.partials()) {
      if (part.release().equals(release)) {
        Arrays.setAll(sums, i -> sums[i] + part.cells()[i]);
      }
    }
    return sums;
  }

  /** What the finest windows let in, and a person once. */
  @Test
  void record_isCountedOnce_andIsInWindowsOfAllSizes() throws Exception {
    try (StatisticsHarness harness = new StatisticsHarness(given(), null)) {
      for (long minute : new long[] {10, 11, 12, 13, 70, 130}) {
        harness.spend(1, "a", 500, minute);
      }
      harness.spend(1, "b", 500, 75);
      harness.passTo(DAY_IS_OVER);
      assertThat(sums(harness, DAYS))
          .as("records, people by group, cents")
          .containsExactly(5, 2, 2500);
      assertThat(sums(harness, "acme-statistics/spend")).containsExactly(5, 3, 2500);
      assertThat(harness.tally().aggregated()).isEqualTo(5);
      assertThat(harness.tally().bounded()).as("a fourth record, a third hour").isEqualTo(2);
    }
  }

  @Test
  void personOfBeforeARestart_isNoNewcomer_andWhatWasSummedIsKept() throws Exception {
    State state;
    try (StatisticsHarness harness = new StatisticsHarness(Given.of(exact()), null)) {
      harness.spend(1, "a", 500, 10);
      harness.passTo(65);
      state = harness.barrier(1);
      harness.complete(1);
    }
    try (StatisticsHarness harness = new StatisticsHarness(Given.of(exact()), state)) {
      harness.spend(1, "a", 500, 70);
      harness.passTo(DAY_IS_OVER);
      leave(harness, 2);
      assertThat(sums(harness, DAYS)).containsExactly(1, 0, 500);
      JsonNode day = of(harness, 24).get(0);
      assertThat(day.at("/measures/payments/value").asLong()).isBetween(1L, 3L);
      assertThat(day.at("/measures/people/value").asLong()).isBetween(0L, 2L);
    }
  }

  /** Noise of a step or so. */
  private static ReleasePlan exact() {
    return StatisticsPlans.release(plan("1000000"));
  }

  @Test
  void olderState_drawsNoWindowOfAnySizeThatItsLedgersTopicKnows() throws Exception {
    State older;
    List<LedgerRow> charged;
    try (StatisticsHarness harness = new StatisticsHarness(given(), null)) {
      harness.passTo(65);
      older = harness.barrier(1);
      harness.complete(1);
      harness.passTo(DAY_IS_OVER);
      leave(harness, 2);
      charged = harness.charges();
    }
    try (StatisticsHarness harness = new StatisticsHarness(given().charged(charged), older)) {
      harness.passTo(2 * 24 * 60 + 5);
      leave(harness, 3);
      assertThat(harness.windows()).noneMatch(from -> from.startsWith("2026-03-01T01"));
      assertThat(of(harness, 24)).as("the next day's").hasSize(2);
      assertThat(harness.tally().windowsWithheld())
          .as("hours, and their day")
          .isEqualTo(Map.of("already_charged", 23L + 1));
    }
  }

  /** A new version does not refill the period by asking for another size. */
  @Test
  void sizeThatIsAdded_hasNoBudgetOfItsOwn_andBeginsWithAWholeWindow() throws Exception {
    StatisticsPlan hours =
        StatisticsPlans.statistics(
            StatisticsPlans.hours(), StatisticsPlans.shops("a", "b"), BOUNDS, "2", "before");
    State state;
    try (StatisticsHarness harness =
        new StatisticsHarness(Given.of(StatisticsPlans.release(hours)), null)) {
      harness.passTo(2 * 60 + 5);
      state = harness.barrier(1);
      harness.complete(1);
    }
    try (StatisticsHarness harness = new StatisticsHarness(given(), state)) {
      harness.passTo(2 * 24 * 60 + 5);
      leave(harness, 2);
      assertThat(of(harness, 1)).as("two hours before, and the next day's").hasSize(2 * 2 + 24 * 2);
      assertThat(of(harness, 24))
          .hasSize(2)
          .allSatisfy(
              row -> assertThat(row.at("/window/from").asText()).isEqualTo("2026-03-02T00:00:00Z"));
    }
  }

  @Test
  void groupThatHoursHaveDiscovered_isPublicInDays() throws Exception {
    StatisticsPlan discovering =
        StatisticsPlans.statistics(
            StatisticsPlans.hoursAnd("P1D"),
            StatisticsPlans.discoveredShops(),
            BOUNDS,
            "8",
            "terms");
    Given given = Given.of(StatisticsPlans.release(discovering));
    try (StatisticsHarness harness = new StatisticsHarness(given, null)) {
      for (int person = 0; person < 2000; person++) {
        harness.spend(person, "large", 500, 10);
      }
      harness.passTo(2 * DAY_IS_OVER);
      leave(harness, 1);
      assertThat(of(harness, 1)).as("from then on").hasSize(48);
      assertThat(of(harness, 24)).as("on the day without anybody too").hasSize(2);
    }
  }

  private static Given consistent(String epsilon) {
    return Given.of(StatisticsPlans.release(StatisticsPlans.consistent(plan(epsilon))));
  }

  private static double sum(List<JsonNode> rows, String group, String number) {
    return rows.stream()
        .filter(row -> row.at("/group/shop").asText().equals(group))
        .mapToDouble(row -> Math.round(100 * row.at(number).asDouble()))
        .sum();
  }

  @Test
  void consistentDays_areTheSumsOfTheirHours_andCostNothing() throws Exception {
    try (StatisticsHarness harness = new StatisticsHarness(consistent("2"), null)) {
      for (int person = 0; person < 300; person++) {
        harness.spend(person, "a", 31 * person, 5);
        harness.spend(person, "b", 7, 65);
      }
      harness.passTo(2 * 24 * 60 + 5);
      leave(harness, 1);
      assertThat(of(harness, 24)).hasSize(4);
      for (JsonNode day : of(harness, 24)) {
        List<JsonNode> hours =
            of(harness, 1).stream()
                .filter(hour -> time(hour, "from") >= time(day, "from"))
                .filter(hour -> time(hour, "to") <= time(day, "to"))
                .toList();
        String shop = day.at("/group/shop").asText();
        for (String number : List.of("/measures/payments/value", "/measures/spend/value")) {
          assertThat(sum(List.of(day), shop, number)).isEqualTo(sum(hours, shop, number));
        }
        assertThat(day.at("/privacy/epsilon").asDouble()).isZero();
      }
      double most = Conversion.rho(new EpsilonDelta(2, 1e-6)).value();
      List<LedgerRow> first = harness.charges().subList(0, 25);
      assertThat(spent(first).value()).isBetween(most * (1 - 1e-8), most);
    }
  }

  /** Of what is exactly nothing, numbers that are not raised: 95 of 100 hold it, of 400 days. */
  @Test
  void intervalOfAConsistentDay_isThatOfAllItsHours() throws Exception {
    StatisticsPlan raised = StatisticsPlans.consistent(plan("2"));
    String[] shops = IntStream.range(0, 400).mapToObj(i -> "s" + i).toArray(String[]::new);
    StatisticsPlan plan =
        new StatisticsPlan(
            raised.uid(),
            raised.window(),
            raised.lateness(),
            StatisticsPlans.shops(shops),
            raised.measures(),
            raised.perSubject(),
            raised.budget(),
            List.of(PostProcess.CONSISTENT),
            raised.terms());
    Given given =
        Given.of(StatisticsPlans.release(plan)).within(new Span(START, START + 24 * HOUR));
    try (StatisticsHarness harness = new StatisticsHarness(given, null)) {
      harness.end();
      long held =
          of(harness, 24).stream()
              .map(row -> row.at("/measures/payments/interval"))
              .filter(
                  interval -> interval.get(0).asDouble() <= 0 && interval.get(1).asDouble() >= 0)
              .count();
      assertThat(of(harness, 24)).hasSize(400);
      // Six deviations of 4.4 around 380: a false alarm is below 1e-8.
      assertThat(held).isBetween(354L, 400L);
    }
  }

  @Test
  void consistentDay_ofWhichAnHourWasDrawnElsewhere_isWithheld() throws Exception {
    State older;
    List<LedgerRow> charged;
    try (StatisticsHarness harness = new StatisticsHarness(consistent("2"), null)) {
      harness.passTo(65);
      older = harness.barrier(1);
      harness.complete(1);
      harness.passTo(125);
      leave(harness, 2);
      charged = harness.charges();
    }
    try (StatisticsHarness harness =
        new StatisticsHarness(consistent("2").charged(charged), older)) {
      harness.passTo(2 * 24 * 60 + 5);
      leave(harness, 3);
      assertThat(of(harness, 24))
          .hasSize(2)
          .allSatisfy(
              row -> assertThat(row.at("/window/from").asText()).isEqualTo("2026-03-02T00:00:00Z"));
      assertThat(harness.tally().windowsWithheld())
          .as("an hour, and its day")
          .containsEntry("already_charged", 2L);
    }
  }

  @Test
  void groupThatWasDiscoveredOnTheWay_isToldOfTheNextConsistentDay() throws Exception {
    StatisticsPlan discovering =
        StatisticsPlans.consistent(
            StatisticsPlans.statistics(
                StatisticsPlans.hoursAnd("P1D"),
                StatisticsPlans.discoveredShops(),
                BOUNDS,
                "8",
                "terms"));
    Given given = Given.of(StatisticsPlans.release(discovering));
    State state;
    try (StatisticsHarness harness = new StatisticsHarness(given, null)) {
      for (int person = 0; person < 2000; person++) {
        harness.spend(person, "large", 500, 70);
      }
      harness.passTo(DAY_IS_OVER + 60);
      state = harness.barrier(1);
      harness.complete(1);
      assertThat(of(harness, 24)).as("its first hour has not shown it").isEmpty();
    }
    try (StatisticsHarness harness = new StatisticsHarness(given, state)) {
      harness.passTo(2 * 24 * 60 + 5);
      leave(harness, 2);
      assertThat(of(harness, 24)).as("what hours have shown is in the state").hasSize(1);
    }
  }

  @Test
  void runOverFiles_drawsWindowsOfAllSizes() throws Exception {
    List<Given> both = new ArrayList<>(List.of(given(), consistent("2")));
    for (Given given : both) {
      Given days = given.within(new Span(START, START + 36 * HOUR));
      try (StatisticsHarness harness = new StatisticsHarness(days, null)) {
        harness.spend(1, "a", 500, 10, 0);
        harness.spend(1, "a", 500, 25 * 60, 0);
        harness.spend(1, "a", 500, 37 * 60, 0);
        harness.end();
        assertThat(of(harness, 1)).hasSize(36 * 2);
        assertThat(of(harness, 24)).as("the second day is not whole").hasSize(2);
        assertThat(harness.tally().aggregated()).isEqualTo(2);
        assertThat(harness.tally().late()).isEqualTo(1);
      }
    }
  }
}
