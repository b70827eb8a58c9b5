package dev.weir.operators.stage;

import static dev.weir.operators.stage.QuotaHarness.CROWDS;
import static dev.weir.operators.stage.QuotaHarness.RECORDS;
import static dev.weir.operators.stage.QuotaHarness.hold;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/**
 * Who is purged has no record that waits for a quota: none leaves from then on, and the next
 * checkpoint has none.
 */
class QuotaPurgeTest {

  private static final long PURGED = 1;
  private static final long OTHER = 2;

  /** Ten leave at once, then ten a second; odd ones are the purged person's. */
  private static QuotaHarness withThirty() throws Exception {
    QuotaHarness harness = QuotaHarness.open(RECORDS, hold(10, 100, "PT1H"));
    for (long number = 0; number < 30; number++) {
      harness.offerOf(number, number % 2 == 1 ? PURGED : OTHER);
    }
    return harness;
  }

  private static List<Long> even(long from, long to) {
    return LongStream.range(from, to).filter(number -> number % 2 == 0).boxed().toList();
  }

  @Test
  void fromTheWordOn_noneLeaves_andOthersDo_inTheirOrder() throws Exception {
    try (QuotaHarness harness = withThirty()) {
      harness.forget(PURGED);
      harness.passTo(5_000);
      assertThat(harness.left().subList(10, 20)).isEqualTo(even(10, 30));
      assertThat(harness.tally().withheld()).isEqualTo(Map.of("erased", 10L));
    }
  }

  @Test
  void theNextCheckpointHasNone() throws Exception {
    OperatorSubtaskState state;
    try (QuotaHarness harness = withThirty()) {
      harness.forget(PURGED);
      state = harness.barrier(1);
      assertThat(harness.tally().withheld()).isEqualTo(Map.of("erased", 10L));
      assertThat(harness.metrics.value("quota_held")).isEqualTo(10);
    }
    try (QuotaHarness harness = QuotaHarness.restore(RECORDS, hold(10, 100, "PT1H"), state, 1, 0)) {
      harness.passTo(QuotaHarness.now() + 5_000);
      assertThat(harness.left()).isEqualTo(even(10, 30));
      assertThat(harness.tally().withheld()).isEmpty();
    }
  }

  @Test
  void afterThatBarrier_whatComesOfThemLeaves() throws Exception {
    try (QuotaHarness harness = withThirty()) {
      harness.forget(PURGED);
      var unused = harness.barrier(1);
      harness.offerOf(31, PURGED);
      harness.passTo(5_000);
      assertThat(harness.left()).endsWith(28L, 31L).hasSize(21);
    }
  }

  /** The log is obeyed before what waited leaves, however late the word of it comes. */
  @Test
  void onAStart_whatWaitedStaysUntilItIsKnownWhomToForget() throws Exception {
    OperatorSubtaskState state;
    try (QuotaHarness harness = withThirty()) {
      state = harness.barrier(1);
    }
    try (QuotaHarness harness = QuotaHarness.commanded(RECORDS, hold(10, 100, "PT1H"), state)) {
      harness.passTo(QuotaHarness.now() + 5_000);
      assertThat(harness.left()).isEmpty();
      harness.forget(PURGED);
      var unused = harness.barrier(2);
      harness.passTo(QuotaHarness.now() + 5_000);
      assertThat(harness.left()).isEqualTo(even(10, 30));
    }
  }

  @Test
  void whoseNobodyKnows_goesWithAnybody_andNobodysStays() throws Exception {
    try (QuotaHarness harness = QuotaHarness.open(RECORDS, hold(1, 100, "PT1H"))) {
      harness.offerOf(0, OTHER);
      harness.offer(1); // as a former build wrote it
      harness.offerOf(2, 0);
      harness.forget(PURGED);
      harness.passTo(5_000);
      assertThat(harness.left()).containsExactly(0L, 2L);
      assertThat(harness.tally().withheld()).isEqualTo(Map.of("erased", 1L));
    }
  }

  @Test
  void rowsThatGather_andACrowdThatWaits_lackThem() throws Exception {
    try (QuotaHarness harness = QuotaHarness.open(CROWDS, hold(3, 100, "PT1H"))) {
      crowd(harness, 0, 1); // leaves at once
      crowd(harness, 10, 2); // waits as one
      harness.row(20, 3, PURGED); // gathers
      harness.row(21, 3, OTHER);
      harness.forget(PURGED);
      var unused = harness.barrier(1);
      assertThat(harness.tally().withheld()).isEqualTo(Map.of("erased", 2L));
      harness.row(22, 3, 3);
      harness.passTo(5_000);
      assertThat(harness.left()).as("crowds of two are none").containsExactly(0L, 1L, 2L);
      harness.row(23, 3, 4);
      harness.passTo(10_000);
      assertThat(harness.left()).containsExactly(0L, 1L, 2L, 21L, 22L, 23L);
      assertThat(harness.tally().withheld()).isEqualTo(Map.of("erased", 2L, "crowd_gone", 2L));
      assertThat(harness.metrics.value("quota_held")).isZero();
    }
  }

  private static void crowd(QuotaHarness harness, long number, long crowd) throws Exception {
    for (long person = 1; person <= QuotaHarness.K; person++) {
      harness.row(number++, crowd, person);
    }
  }
}
