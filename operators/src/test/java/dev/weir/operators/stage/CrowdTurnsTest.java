package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.agreement.CohortMode;
import java.time.Instant;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What leaves in one turn, and what may not before a checkpoint is complete. */
class CrowdTurnsTest {

  private static final long END = Instant.parse("2036-01-01T00:00:00Z").toEpochMilli();

  @Test
  void rowOfARevivedCrowd_leavesAfterTheCheckpointThatHoldsWhoRevivedIt() throws Exception {
    OperatorSubtaskState fallen;
    try (CohortHarness harness = new CohortHarness(null)) {
      fallen = crowdOfTwo(harness);
      harness.offer(4, 1, 31);
      harness.offer(5, 4, 33);
      harness.passTo(3 * CohortHarness.HOLD);
      harness.offer(6, 2, 32);
      assertThat(harness.events()).as("none of a crowd that may yet not be").hasSize(3);
      OperatorSubtaskState unused = harness.barrier(3);
      harness.offer(7, 2, 32);
      assertThat(harness.events()).hasSize(3);
      harness.complete(3);
      assertThat(harness.events()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    }
    try (CohortHarness harness = new CohortHarness(fallen)) {
      harness.passTo(CohortHarness.HOLD + 1);
      harness.offer(4, 1, 31);
      harness.passTo(3 * CohortHarness.HOLD);
      harness.checkpoint(3);
      assertThat(harness.events()).as("without the one who revived it").isEmpty();
      assertThat(harness.tally().withheld()).containsEntry("crowd_gone", 1L);
    }
  }

  /** Three, of whom one was erased. */
  private static OperatorSubtaskState crowdOfTwo(CohortHarness harness) throws Exception {
    harness.crowd();
    return without(3, harness);
  }

  @Test
  void rowOfACrowdThatIsDiverseAgain_leavesAfterTheCheckpointThatHoldsByWhom() throws Exception {
    OperatorSubtaskState fallen;
    try (CohortHarness harness = diverse(null)) {
      fallen = crowdOfOneIllness(harness);
      harness.offerIll(5, 5, 33, 2); // comes anew
      harness.passTo(3 * CohortHarness.HOLD);
      assertHeld(harness);
    }
    try (CohortHarness harness = diverse(fallen)) {
      harness.passTo(CohortHarness.HOLD + 1);
      harness.offerIll(5, 2, 35, 2); // was there, with one illness
      assertHeld(harness);
    }
    try (CohortHarness harness = diverse(fallen)) {
      harness.passTo(CohortHarness.HOLD + 1);
      harness.offerIll(6, 1, 31, 1);
      harness.passTo(3 * CohortHarness.HOLD);
      harness.checkpoint(3);
      assertThat(harness.events()).as("without either").isEmpty();
      assertThat(harness.tally().withheld()).containsEntry("not_diverse", 1L);
    }
  }

  private static CohortHarness diverse(@Nullable OperatorSubtaskState state) throws Exception {
    return new CohortHarness(CohortHarness.diverse(), () -> CohortHarness.NOW, true, 1, 0, state);
  }

  /** Four, of whom the one was erased who had another. */
  private static OperatorSubtaskState crowdOfOneIllness(CohortHarness harness) throws Exception {
    harness.offerIll(1, 1, 30, 1);
    harness.offerIll(2, 2, 35, 1);
    harness.offerIll(3, 3, 39, 1);
    harness.offerIll(4, 4, 36, 2);
    harness.passTo(CohortHarness.HOLD);
    return without(4, harness);
  }

  /** The state once somebody of a crowd that has left is forgotten. */
  private static OperatorSubtaskState without(long person, CohortHarness harness) throws Exception {
    harness.checkpoint(1);
    harness.forget(person);
    OperatorSubtaskState fallen = harness.barrier(2);
    harness.complete(2);
    return fallen;
  }

  /** A member's row waits with that which made the crowd diverse again. */
  private static void assertHeld(CohortHarness harness) throws Exception {
    List<Long> before = harness.events();
    assertThat(before).doesNotContain(5L);
    harness.offerIll(6, 1, 31, 1);
    assertThat(harness.events()).isEqualTo(before);
    harness.checkpoint(3);
    assertThat(harness.events()).endsWith(5L, 6L);
  }

  @Test
  void crowd_leavesWholeOrNotAtAll_whenItsPeriodEnds() throws Exception {
    long[] clock = {CohortHarness.NOW};
    long[] step = {0};
    try (CohortHarness harness =
        new CohortHarness(
            CohortHarness.release(CohortMode.STABLE),
            () -> clock[0] += step[0],
            true,
            1,
            0,
            null)) {
      harness.crowd();
      OperatorSubtaskState unused = harness.barrier(1);
      clock[0] = END - 2;
      step[0] = 1; // the period ends while it leaves
      harness.complete(1);
      assertThat(harness.events()).containsExactly(1L, 2L, 3L);
    }
  }

  @Test
  void crowdThatWasDrainedAfterItsPeriod_isForgotten() throws Exception {
    OperatorSubtaskState drained;
    long[] clock = {CohortHarness.NOW};
    try (CohortHarness harness =
        new CohortHarness(
            CohortHarness.release(CohortMode.STABLE), () -> clock[0], true, 1, 0, null)) {
      harness.crowd();
      clock[0] = END;
      harness.flink.endInput();
      drained = harness.barrier(1);
      assertThat(harness.events()).isEmpty();
    }
    try (CohortHarness harness = new CohortHarness(drained)) { // its period was made longer
      harness.passTo(CohortHarness.HOLD + 1);
      harness.offer(6, 1, 31);
      harness.passTo(3 * CohortHarness.HOLD);
      harness.checkpoint(2);
      assertThat(harness.events()).as("alone in a box that nobody has seen").isEmpty();
      assertThat(harness.tally().withheld()).containsEntry("no_crowd", 1L);
    }
  }
}
