package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.config.agreement.CohortMode;
import dev.weir.operators.record.OutputRecord;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.ReleasePlan;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Regions: where they are worked on, what a crowd is in one, and what another cut forgets. */
class CohortRegionsTest {

  private static final ReleasePlan WHOLE = CohortHarness.cut(null);
  private static final ReleasePlan HALVES = CohortHarness.cut(null, "50");

  private static CohortHarness open(ReleasePlan release, @Nullable OperatorSubtaskState state)
      throws Exception {
    return new CohortHarness(release, () -> CohortHarness.NOW, true, 1, 0, state);
  }

  private static int[] regionsOfSubtasks(int regions, int parallelism) {
    int[] counts = new int[parallelism];
    for (int key : CohortRegions.keys(WHOLE, regions)) {
      counts[
          KeyGroupRangeAssignment.assignKeyToParallelOperator(
              key, CohortRegions.KEY_GROUPS, parallelism)]++;
    }
    return counts;
  }

  @Test
  void everySubtask_hasAsManyRegionsAsEachOther_orOneMore() {
    for (int regions = 1; regions <= 57; regions++) {
      for (int parallelism = 1; parallelism <= regions; parallelism++) {
        for (int count : regionsOfSubtasks(regions, parallelism)) {
          assertThat(count)
              .as("%s regions at %s subtasks", regions, parallelism)
              .isBetween(regions / parallelism, (regions + parallelism - 1) / parallelism);
        }
      }
    }
  }

  @Test
  void everyKeyOfAnyVersion_isToldOfAnErasure() {
    Set<Integer> told = new HashSet<>(CohortRegions.everyKey(WHOLE));
    for (int regions = 1; regions <= 64; regions++) {
      List<Integer> keys = CohortRegions.keys(WHOLE, regions);
      assertThat(keys).doesNotHaveDuplicates();
      assertThat(told).containsAll(keys);
    }
  }

  /** The one of a release without regions must be found by all later builds. */
  @Test
  void keyOfTheOneRegion_isAsEver() {
    assertThat(CohortRegions.keys(WHOLE, 1)).containsExactly("acme-crowds/crowds".hashCode());
  }

  private static void people(CohortHarness harness, long firstEvent, long... ages)
      throws Exception {
    for (int at = 0; at < ages.length; at++) {
      harness.offer(firstEvent + at, firstEvent + at, ages[at]);
    }
  }

  private static List<JsonNode> boxesAfterHold(CohortHarness harness) throws Exception {
    harness.passTo(CohortHarness.HOLD);
    harness.checkpoint(1);
    return harness.out().stream().map(CohortRegionsTest::age).toList();
  }

  private static JsonNode age(OutputRecord record) {
    try {
      return CohortHarness.json(record).get("age");
    } catch (IOException broken) {
      throw new AssertionError(broken);
    }
  }

  @Test
  void crowd_isFoundOnOneSideOfACut_alone() throws Exception {
    try (CohortHarness harness = open(WHOLE, null)) {
      people(harness, 1, 48, 49, 50, 51);
      assertThat(boxesAfterHold(harness)).hasSize(4);
    }
    try (CohortHarness harness = open(HALVES, null)) {
      people(harness, 1, 48, 49, 50, 51);
      assertThat(boxesAfterHold(harness)).isEmpty();
      assertThat(harness.tally().withheld()).containsEntry("no_crowd", 4L);
    }
    try (CohortHarness harness = open(HALVES, null)) {
      people(harness, 1, 40, 44, 49, 50, 55, 59);
      assertThat(boxesAfterHold(harness))
          .extracting(JsonNode::toString)
          .containsOnly("{\"from\":40,\"to\":49}", "{\"from\":50,\"to\":59}");
    }
  }

  @Test
  void cohortsOfTwoRegions_haveNamesOfTheirOwn() throws Exception {
    try (CohortHarness harness = open(HALVES, null)) {
      for (int person = 1; person <= 3; person++) {
        harness.offer(person, person, 20);
        harness.offer(10 + person, person, 70);
      }
      boxesAfterHold(harness);
      Set<String> tokens = new HashSet<>();
      for (OutputRecord record : harness.out()) {
        tokens.add(CohortHarness.json(record).get("id").asText());
      }
      assertThat(tokens).as("of three people in two cohorts each").hasSize(6);
    }
  }

  @Test
  void anotherCut_forgetsHomes_andWithholdsWhatWaited() throws Exception {
    OperatorSubtaskState state;
    try (CohortHarness harness = open(WHOLE, null)) {
      people(harness, 1, 48, 49, 50);
      harness.passTo(CohortHarness.HOLD);
      people(harness, 4, 80);
      state = harness.barrier(1);
    }
    try (CohortHarness harness = open(HALVES, state)) {
      harness.passTo(CohortHarness.HOLD + 1);
      assertThat(harness.tally().withheld()).containsEntry("agreement_changed", 4L);
      harness.offer(5, 1, 48);
      harness.passTo(3 * CohortHarness.HOLD);
      assertThat(harness.events()).isEmpty();
      assertThat(harness.tally().withheld()).as("at home nowhere").containsEntry("no_crowd", 1L);
    }
  }

  @Test
  void erasure_reachesWhatAFormerCutHasMeasured() throws Exception {
    CohortPlan.RiskBounds bounds =
        new CohortPlan.RiskBounds(new BigDecimal("0.4"), new BigDecimal("0.4"));
    OperatorSubtaskState state;
    List<CohortPlan.Cut> cuts = CohortHarness.cuts(List.of("50"));
    try (CohortHarness harness =
        open(
            CohortHarness.release(CohortMode.STABLE, CohortHarness.K, "form", null, bounds, cuts),
            null)) {
      people(harness, 1, 60, 61, 62);
      harness.passTo(CohortHarness.HOLD);
      state = harness.barrier(1);
    }
    try (CohortHarness harness =
        open(
            CohortHarness.release(CohortMode.STABLE, CohortHarness.K, "form", null, bounds),
            state)) {
      harness.passTo(CohortHarness.HOLD + 1);
      assertThat(harness.metrics.value("risk_prosecutor")).isEqualTo(1 / 3.0);
      harness.forget(1);
      assertThat(harness.metrics.value("risk_prosecutor")).isEqualTo(1 / 2.0);
    }
  }
}
