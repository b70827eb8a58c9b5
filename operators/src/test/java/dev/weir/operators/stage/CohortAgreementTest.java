package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.agreement.CohortMode;
import dev.weir.plan.ReleasePlan;
import java.time.Instant;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** What another version of an agreement, or its end, lets leave of what waited. */
class CohortAgreementTest {

  @Test
  void rowsThatWaited_doNotLeave_onceTheAgreementHasEnded() throws Exception {
    long[] clock = {CohortHarness.NOW};
    try (CohortHarness harness =
        new CohortHarness(
            CohortHarness.release(CohortMode.STABLE), () -> clock[0], true, 1, 0, null)) {
      harness.crowd();
      OperatorSubtaskState unused = harness.barrier(1);
      clock[0] = Instant.parse("2036-01-01T00:00:00Z").toEpochMilli();
      harness.complete(1);
      assertThat(harness.events()).isEmpty();
      assertThat(harness.tally().withheld()).containsEntry("outside_period", 3L);
    }
  }

  @Test
  void newFields_letNothingLeaveThatWasWrittenByTheFormer_andKeepHomes() throws Exception {
    OperatorSubtaskState state;
    try (CohortHarness harness = new CohortHarness(null)) {
      harness.crowd();
      harness.offer(4, 4, 60);
      state = harness.barrier(1);
    }
    ReleasePlan changed = CohortHarness.release(CohortMode.STABLE, CohortHarness.K, "other");
    try (CohortHarness harness =
        new CohortHarness(changed, () -> CohortHarness.NOW, true, 1, 0, state)) {
      harness.passTo(CohortHarness.HOLD + 1);
      assertThat(harness.events()).isEmpty();
      assertThat(harness.tally().withheld()).containsEntry("agreement_changed", 4L);
      harness.offer(5, 1, 30);
      assertThat(harness.events()).as("at home").containsExactly(5L);
    }
  }

  @Test
  void largerCrowd_isAskedOfHomesToo_fromTheNextRowOn() throws Exception {
    OperatorSubtaskState state;
    try (CohortHarness harness = new CohortHarness(null)) {
      harness.crowd();
      state = harness.barrier(1);
    }
    ReleasePlan larger = CohortHarness.release(CohortMode.STABLE, CohortHarness.K + 1, "form");
    try (CohortHarness harness =
        new CohortHarness(larger, () -> CohortHarness.NOW, true, 1, 0, state)) {
      harness.passTo(CohortHarness.HOLD + 1);
      harness.offer(5, 1, 30);
      assertThat(harness.tally().withheld()).containsEntry("agreement_changed", 3L);
      harness.passTo(3 * CohortHarness.HOLD);
      assertThat(harness.events()).isEmpty();
      assertThat(harness.tally().withheld()).containsEntry("crowd_gone", 1L);
    }
  }
}
