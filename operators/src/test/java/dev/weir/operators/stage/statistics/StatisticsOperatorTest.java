package dev.weir.operators.stage.statistics;

import static dev.weir.operators.stage.statistics.StatisticsHarness.HOUR;
import static dev.weir.operators.stage.statistics.StatisticsHarness.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.operators.record.Origin;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.WaitingUnit;
import dev.weir.operators.stage.Restrained;
import dev.weir.operators.stage.statistics.StatisticsHarness.Given;
import dev.weir.operators.stage.statistics.StatisticsHarness.State;
import dev.weir.operators.statistics.StatisticsRow;
import dev.weir.plan.StatisticsPlan;
import dev.weir.privacy.ledger.Span;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Needs OpenDP: {@code WithOpenDp} says how tests without it are skipped. */
@WithOpenDp
class StatisticsOperatorTest {

  private static Given given() {
    return Given.of(StatisticsPlans.release(StatisticsPlans.statistics()));
  }

  private static List<String> texts(StatisticsHarness harness) {
    return harness.rows().stream()
        .map(row -> new String(row.value(), StandardCharsets.UTF_8))
        .toList();
  }

  @Test
  void window_isDrawnWhenTheBrokersClockHasPassedItsLateness() throws Exception {
    try (StatisticsHarness harness = new StatisticsHarness(given(), null)) {
      harness.spend(1, "a", 500, 10);
      harness.passTo(64);
      harness.checkpoint(1);
      assertThat(harness.rows()).isEmpty();

      harness.passTo(65);
      harness.checkpoint(2);
      assertThat(harness.windows()).containsExactly("2026-03-01T00:00:00Z");
      assertThat(harness.rows()).as("each listed group").hasSize(2);
      assertThat(harness.tally().aggregated()).isEqualTo(1);
      assertThat(harness.counts().released()).isEqualTo(2);
    }
  }

  /** What usage tells of a period is what its rows say that it has lost. */
  @Test
  void lossOfAPeriod_isToldOnce_withTheFirstRowsOfItsWindows() throws Exception {
    try (StatisticsHarness harness = new StatisticsHarness(given(), null)) {
      harness.passTo(4 * 60 + 5);
      harness.checkpoint(1);
      List<Long> told =
          harness.rows().stream().map(row -> WaitingUnit.origin(row).epsilon()).toList();
      assertThat(told).hasSize(8);
      assertThat(told.subList(4, 8)).as("beyond what a person may add").containsOnly(0L);
      assertThat(List.of(told.get(1), told.get(3))).as("second rows").containsOnly(0L);
      double first = harness.json().get(0).at("/privacy/epsilon").asDouble();
      assertThat(told.get(0) / 1e9).isCloseTo(first, within(1e-9));
      assertThat((told.get(0) + told.get(2)) / 1e9).isCloseTo(2, within(1e-5));
    }
  }

  @Test
  void rowsOfARestrainedRelease_goToTheQuota_wholeWindowsOfThem() throws Exception {
    Given restrained = Given.of(StatisticsPlans.restrained(StatisticsPlans.statistics()));
    try (StatisticsHarness harness = new StatisticsHarness(restrained, null)) {
      harness.passTo(2 * 60 + 5);
      harness.checkpoint(1);
      assertThat(harness.rows()).isEmpty();
      assertThat(harness.charges()).hasSize(2);
      List<Origin.Member> members =
          harness.draws.getSideOutput(Restrained.RECORDS).stream()
              .map(row -> Objects.requireNonNull(WaitingUnit.origin(row.getValue()).member()))
              .toList();
      assertThat(members).extracting(Origin.Member::rows).containsOnly(2);
      assertThat(members)
          .extracting(Origin.Member::isLast)
          .containsExactly(false, true, false, true);
      assertThat(members.get(0).crowd())
          .isEqualTo(members.get(1).crowd())
          .isNotEqualTo(members.get(2).crowd());
      assertThat(harness.counts().released()).as("the quota counts them").isZero();
    }
  }

  /** D7: the schedule and the form of what is released tell nothing of who was there. */
  @Test
  void emptyWindows_areDrawnOnScheduleLikeOthers() throws Exception {
    try (StatisticsHarness harness = new StatisticsHarness(given(), null)) {
      harness.passTo(6 * 60 + 5);
      harness.checkpoint(1);
      assertThat(harness.windows()).hasSize(6);
      assertThat(harness.charges()).hasSize(6);
      assertThat(harness.json())
          .allSatisfy(
              row -> {
                assertThat(row.at("/measures/payments/value").isNumber()).isTrue();
                assertThat(row.at("/privacy/perSubject/records").asInt()).isEqualTo(3);
              });
    }
  }

  @Test
  void row_leavesWithTheCheckpointThatHoldsIt_andTheChargeWithIt() throws Exception {
    try (StatisticsHarness harness = new StatisticsHarness(given(), null)) {
      harness.passTo(65);
      assertThat(harness.rows()).isEmpty();
      harness.barrier(1);
      assertThat(harness.rows()).isEmpty();
      harness.passTo(125);
      harness.complete(1);
      assertThat(harness.windows()).containsExactly("2026-03-01T00:00:00Z");
      assertThat(harness.charges()).hasSize(1);
      assertThat(harness.rows().get(0).headers())
          .anySatisfy(header -> assertThat(header.name()).isEqualTo("weir-agreement"));
    }
  }

  @Test
  void windowThatBeganBeforeTheJob_isNotDrawn_andItsRecordsAreLate() throws Exception {
    try (StatisticsHarness harness = new StatisticsHarness(given(), null)) {
      harness.spend(1, "a", 500, -30, 1);
      harness.passTo(65);
      harness.checkpoint(1);
      assertThat(harness.windows()).containsExactly("2026-03-01T00:00:00Z");
      assertThat(harness.tally().late()).isEqualTo(1);
    }
  }

  /** D5: after a failure the same numbers leave, if anybody can have seen them. */
  @Test
  void numbersOfACompleteCheckpoint_areNeverDrawnAgain() throws Exception {
    State state;
    List<String> first;
    try (StatisticsHarness harness = new StatisticsHarness(given(), null)) {
      harness.spend(1, "a", 500, 10);
      harness.passTo(65);
      state = harness.barrier(1);
      harness.complete(1);
      first = texts(harness);
      assertThat(first).hasSize(2);
    }
    for (int restart = 0; restart < 3; restart++) {
      try (StatisticsHarness harness = new StatisticsHarness(given(), state)) {
        harness.passTo(65);
        assertThat(texts(harness)).isEqualTo(first);
        assertThat(harness.charges()).hasSize(1);
      }
    }
  }

  @Test
  void windowThatNoCheckpointHolds_isDrawnAnew_andNobodyHasSeenIt() throws Exception {
    State before;
    try (StatisticsHarness harness = new StatisticsHarness(given(), null)) {
      harness.spend(1, "a", 500, 10);
      before = harness.barrier(1);
      harness.complete(1);
      harness.passTo(65);
      harness.barrier(2); // never completes
      assertThat(harness.rows()).isEmpty();
    }
    try (StatisticsHarness harness = new StatisticsHarness(given(), before)) {
      harness.passTo(65);
      harness.checkpoint(3);
      assertThat(harness.windows()).containsExactly("2026-03-01T00:00:00Z");
      assertThat(harness.tally().aggregated()).as("kept in the state").isEqualTo(1);
    }
  }

  @Test
  void drain_leavesOpenWhatIsNotOver() throws Exception {
    State state;
    try (StatisticsHarness harness = new StatisticsHarness(given(), null)) {
      harness.spend(1, "a", 500, 10);
      harness.end();
      state = harness.barrier(1);
      harness.complete(1);
      assertThat(harness.rows()).isEmpty();
    }
    try (StatisticsHarness harness = new StatisticsHarness(given(), state)) {
      harness.passTo(65);
      harness.checkpoint(2);
      assertThat(harness.rows()).hasSize(2);
      assertThat(harness.tally().aggregated()).isEqualTo(1);
    }
  }

  @Test
  void agreementThatHasEnded_releasesNothing_andChargesNothing() throws Exception {
    Given late = given().at(StatisticsHarness.START + 366L * 10 * 24 * HOUR);
    try (StatisticsHarness harness = new StatisticsHarness(late, null)) {
      harness.spend(1, "a", 500, 10);
      harness.passTo(65);
      harness.checkpoint(1);
      assertThat(harness.draws.extractOutputValues()).isEmpty();
      assertThat(harness.counts().withheld()).containsEntry("outside_period", 1L);
      assertThat(harness.tally().windowsWithheld()).isEqualTo(Map.of("outside_period", 1L));
    }
  }

  @Test
  void groupThatWasDiscovered_staysPublic() throws Exception {
    StatisticsPlan discovering =
        StatisticsPlans.statistics(
            StatisticsPlans.hours(),
            StatisticsPlans.discoveredShops(),
            new StatisticsPlan.Bounds(3, 2, 2),
            "8",
            "terms");
    Given given = Given.of(StatisticsPlans.release(discovering));
    try (StatisticsHarness harness = new StatisticsHarness(given, null)) {
      for (int person = 0; person < 2000; person++) {
        harness.spend(person, "large", 500, 10);
      }
      harness.spend(5000, "mine", 500, 10);
      harness.passTo(2 * 60 + 5);
      harness.checkpoint(1);
      assertThat(harness.json())
          .extracting(row -> row.at("/group/shop").asText())
          .as("in the first window by its people, in the second because it is public")
          .containsExactly("large", "large");
    }
  }

  @Test
  void runOverFiles_drawsAllWindowsOfItsDays_atItsEnd() throws Exception {
    Given days = given().within(new Span(START, START + 24 * HOUR));
    try (StatisticsHarness harness = new StatisticsHarness(days, null)) {
      harness.spend(1, "a", 500, 10, 0);
      harness.spend(1, "a", 500, -10, 0);
      harness.end();
      assertThat(harness.windows()).hasSize(24);
      assertThat(harness.rows()).hasSize(48);
      assertThat(harness.charges()).hasSize(24);
      assertThat(harness.tally().late()).isEqualTo(1);
      assertThat(harness.tally().aggregated()).isEqualTo(1);
    }
  }

  @Test
  void nothingOfAPerson_isInTextsOfTheStages() {
    StatisticsRow row = new StatisticsRow(1, 2, "{\"shop\":\"secret\"}", new long[] {7}, 0);
    OutputRecord unused = new OutputRecord("t", null, new byte[0], 0, List.of());
    assertThat(row.toString()).doesNotContain("secret").doesNotContain("7");
  }
}
