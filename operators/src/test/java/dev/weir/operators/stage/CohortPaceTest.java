package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.agreement.CohortMode;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A pace: rows leave on a public clock, shuffled, and nobody joins a crowd alone. */
class CohortPaceTest {

  static CohortHarness paced(@Nullable OperatorSubtaskState state) throws Exception {
    return new CohortHarness(
        CohortHarness.release(CohortMode.STABLE, CohortHarness.K, "form", "PT0.3S"),
        () -> CohortHarness.NOW,
        true,
        1,
        0,
        state);
  }

  @Test
  void pacedRows_leaveTogetherWhenTheClockTicks_afterTheirCheckpoint_throughARestore()
      throws Exception {
    OperatorSubtaskState state;
    try (CohortHarness harness = paced(null)) {
      harness.crowd();
      harness.checkpoint(1);
      harness.passTo(CohortHarness.HOLD + 199);
      assertThat(harness.events()).as("between ticks").isEmpty();
      state = harness.barrier(2);
      harness.passTo(CohortHarness.HOLD + 200);
      assertThat(harness.events()).containsExactlyInAnyOrder(1L, 2L, 3L);
    }
    try (CohortHarness harness = paced(state)) {
      harness.passTo(CohortHarness.HOLD + 199);
      assertThat(harness.events()).isEmpty();
      harness.offer(4, 1, 30);
      harness.offer(5, 1, 30);
      harness.passTo(CohortHarness.HOLD + 500);
      assertThat(harness.events()).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L);
      assertThat(harness.events()).as("one person's, in order").containsSubsequence(1L, 4L, 5L);
      harness.passTo(5 * CohortHarness.HOLD);
      assertThat(harness.events()).hasSize(5);
    }
  }

  @Test
  void pacedNewcomer_waitsForCompany() throws Exception {
    try (CohortHarness harness = paced(null)) {
      harness.crowd();
      harness.checkpoint(1);
      harness.offer(4, 4, 31);
      harness.offer(5, 5, 32);
      harness.passTo(CohortHarness.HOLD + 300);
      harness.checkpoint(2);
      harness.passTo(2 * CohortHarness.HOLD + 600);
      assertThat(harness.events()).containsExactlyInAnyOrder(1L, 2L, 3L);
      assertThat(harness.tally().withheld()).containsEntry("no_crowd", 2L);
    }
  }

  @Test
  void pacedRows_areShuffled() throws Exception {
    try (CohortHarness harness = paced(null)) {
      for (int person = 1; person <= 60; person++) {
        harness.offer(person, person, 30);
      }
      harness.passTo(CohortHarness.HOLD);
      harness.checkpoint(1);
      harness.passTo(2 * CohortHarness.HOLD);
      assertThat(harness.events()).hasSize(60).doesNotHaveDuplicates();
      assertThat(harness.events()).as("one in 60! by chance").isNotEqualTo(inOrder(60));
    }
  }

  private static List<Long> inOrder(long count) {
    return LongStream.rangeClosed(1, count).boxed().toList();
  }

  @Test
  void pacedRowOfAnErasedPerson_doesNotLeave() throws Exception {
    try (CohortHarness harness = paced(null)) {
      harness.offer(4, 4, 35);
      harness.crowd();
      harness.checkpoint(1);
      harness.forget(2);
      harness.passTo(2 * CohortHarness.HOLD);
      assertThat(harness.events()).containsExactlyInAnyOrder(1L, 3L, 4L);
      assertThat(harness.tally().withheld()).containsEntry("erased", 1L);
    }
  }
}
