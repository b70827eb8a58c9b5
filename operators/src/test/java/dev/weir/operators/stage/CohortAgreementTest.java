package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.agreement.CohortMode;
import dev.weir.plan.ReleasePlan;
import java.time.Instant;
import java.util.List;
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
      clock[0] = CohortHarness.NOW; // the period is longer now
      harness.offer(5, 1, 30);
      harness.offer(6, 8, 33);
      harness.passTo(3 * CohortHarness.HOLD);
      leave(harness, 2);
      assertThat(harness.events()).as("nobody saw the crowd, and now it is two people").isEmpty();
    }
  }

  /** The crowd of three was seen; the row of a fourth was not. */
  private static OperatorSubtaskState seen() throws Exception {
    try (CohortHarness harness = new CohortHarness(null)) {
      harness.crowd();
      harness.checkpoint(1);
      harness.offer(4, 4, 60);
      return harness.barrier(2);
    }
  }

  /** The crowd of three was decided, and nobody saw it. */
  private static OperatorSubtaskState unseen() throws Exception {
    try (CohortHarness harness = new CohortHarness(null)) {
      harness.crowd();
      return harness.barrier(1);
    }
  }

  private static CohortHarness under(ReleasePlan plan, OperatorSubtaskState state)
      throws Exception {
    return new CohortHarness(plan, () -> CohortHarness.NOW, true, 1, 0, state);
  }

  private static ReleasePlan otherFields() {
    return CohortHarness.release(CohortMode.STABLE, CohortHarness.K, "other");
  }

  private static ReleasePlan oneMore() {
    return CohortHarness.release(CohortMode.STABLE, CohortHarness.K + 1, "form");
  }

  @Test
  void newFields_letNothingLeaveThatWasWrittenByTheFormer_andKeepHomes() throws Exception {
    try (CohortHarness harness = under(otherFields(), seen())) {
      harness.passTo(CohortHarness.HOLD + 1);
      assertThat(harness.events()).isEmpty();
      assertThat(harness.tally().withheld()).containsEntry("agreement_changed", 1L);
      harness.offer(5, 1, 30);
      assertThat(harness.events()).as("at home").containsExactly(5L);
    }
  }

  @Test
  void crowdThatNobodySaw_isFirstSeenWithAllItsPeople_underAnotherAgreementToo() throws Exception {
    for (ReleasePlan changed : List.of(otherFields(), oneMore())) {
      try (CohortHarness harness = under(changed, unseen())) {
        harness.passTo(CohortHarness.HOLD + 1);
        assertThat(harness.tally().withheld()).containsEntry("agreement_changed", 3L);
        harness.offer(5, 1, 30);
        harness.offer(6, 8, 33);
        harness.passTo(3 * CohortHarness.HOLD);
        leave(harness, 2);
        assertThat(harness.events()).as("two people").isEmpty();
        assertThat(harness.tally().withheld()).containsEntry("no_crowd", 2L);
        harness.offer(7, 1, 30);
        harness.offer(8, 2, 35);
        harness.offer(9, 3, 39);
        harness.offer(10, 4, 39);
        harness.passTo(5 * CohortHarness.HOLD);
        leave(harness, 3);
        assertThat(harness.events()).containsExactly(7L, 8L, 9L, 10L);
      }
    }
  }

  private static void leave(CohortHarness harness, long checkpoint) throws Exception {
    OperatorSubtaskState unused = harness.barrier(checkpoint);
    harness.complete(checkpoint);
  }

  @Test
  void largerCrowd_isAskedOfHomesToo_fromTheNextRowOn() throws Exception {
    try (CohortHarness harness = under(oneMore(), seen())) {
      harness.passTo(CohortHarness.HOLD + 1);
      harness.offer(5, 1, 30);
      harness.passTo(3 * CohortHarness.HOLD);
      assertThat(harness.events()).isEmpty();
      assertThat(harness.tally().withheld()).containsEntry("crowd_gone", 1L);
    }
  }
}
