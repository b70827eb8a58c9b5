package dev.weir.operators.progress;

import static dev.weir.operators.progress.Progress.DEAD;
import static dev.weir.operators.progress.Progress.OUT;
import static dev.weir.operators.progress.Progress.SOURCE;
import static dev.weir.operators.progress.Progress.released;
import static dev.weir.operators.progress.Progress.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.stage.JobStoppedException;
import dev.weir.operators.state.ProgressState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProgressOperatorTest {

  private static final ProgressLog NOTHING = gateway -> Released.nothing();

  @Test
  void everyBarrier_isPrecededByWhatWasLetOut_behindTheDataOfItsTransaction() throws Exception {
    try (ProgressHarness harness = ProgressHarness.open(settings("a", NOTHING, null))) {
      harness.release(OUT, 0, 5);
      harness.release(OUT, 1, 3);
      harness.release(DEAD, 0, 6);
      harness.checkpoint(1);
      assertThat(harness.out())
          .extracting(OutputRecord::topic)
          .containsExactly(OUT, OUT, DEAD, "weir.progress");
      assertThat(new String(harness.out().get(3).key(), StandardCharsets.UTF_8)).isEqualTo("eu/0");
      assertThat(harness.told())
          .isEqualTo(
              new ProgressState(
                  "a",
                  1,
                  1,
                  0,
                  1,
                  new TreeMap<>(Map.of(OUT, 2L, DEAD, 1L)),
                  new TreeMap<>(Map.of(SOURCE, new TreeMap<>(Map.of(0, 6L, 1, 3L))))));
    }
  }

  @Test
  void idleSubtask_tellsToo_soThatItsAbsenceSaysSomething() throws Exception {
    try (ProgressHarness harness = ProgressHarness.open(settings("a", NOTHING, null))) {
      harness.checkpoint(1);
      harness.checkpoint(2);
      assertThat(harness.out()).hasSize(2);
      assertThat(harness.told().checkpoint()).isEqualTo(2);
    }
  }

  @Test
  void sumsStayRight_whenTheJobIsScaled() throws Exception {
    for (int[] scale : new int[][] {{1, 3}, {2, 3}, {3, 2}, {4, 2}, {3, 1}}) {
      List<ProgressState> told = new ArrayList<>();
      OperatorSubtaskState[] states = states(scale[0], told);
      Released topic = released(told.toArray(ProgressState[]::new));
      long sum = 0;
      for (int subtask = 0; subtask < scale[1]; subtask++) {
        OperatorSubtaskState part = ProgressHarness.part(states, scale[1], subtask);
        ProgressSettings next = settings("b", gateway -> topic, null);
        try (ProgressHarness harness = ProgressHarness.restore(next, scale[1], subtask, part)) {
          harness.release(OUT, 0, 100);
          harness.checkpoint(8);
          sum += harness.told().released().getOrDefault(OUT, 0L);
          assertThat(harness.told().start()).isEqualTo(2);
        }
      }
      long before = told.stream().mapToLong(state -> state.released().getOrDefault(OUT, 0L)).sum();
      assertThat(sum).as("%s to %s", scale[0], scale[1]).isEqualTo(before + scale[1]);
    }
  }

  /** Subtask n has let out n + 1 records by checkpoint 7. */
  private static OperatorSubtaskState[] states(int of, List<ProgressState> told) throws Exception {
    OperatorSubtaskState[] states = new OperatorSubtaskState[of];
    for (int subtask = 0; subtask < of; subtask++) {
      try (ProgressHarness harness =
          ProgressHarness.restore(settings("a", NOTHING, null), of, subtask, null)) {
        for (int n = 0; n <= subtask; n++) {
          harness.release(OUT, subtask, n);
        }
        states[subtask] = harness.checkpoint(7);
        told.add(harness.told());
      }
    }
    return states;
  }

  @Test
  void topicThatIsNoLongerWritten_isStillCounted() throws Exception {
    OperatorSubtaskState state;
    ProgressState told;
    try (ProgressHarness harness = ProgressHarness.open(settings("a", NOTHING, null))) {
      harness.release(OUT, 0, 1);
      state = harness.checkpoint(1);
      told = harness.told();
    }
    ProgressSettings other =
        new ProgressSettings(
            "eu",
            "b",
            "weir.progress",
            new TreeMap<>(Map.of(DEAD, SOURCE)),
            "digest",
            Duration.ofSeconds(1),
            gateway -> released(told),
            null,
            Progress.WRITABLE,
            () -> Progress.NOW);
    try (ProgressHarness harness = ProgressHarness.restore(other, 1, 0, state)) {
      harness.checkpoint(2);
      assertThat(harness.told().released()).containsEntry(OUT, 1L).containsEntry(DEAD, 0L);
      assertThat(harness.told().positions().get(SOURCE)).containsEntry(0, 1L);
    }
  }

  @Test
  void stateOlderThanWhatWasReleased_endsTheJobForGood_withCountsAndOffsets() throws Exception {
    OperatorSubtaskState state = stateOf("run-1", 7, 3);
    ProgressLog since = gateway -> released(Progress.state(1, 9, 0, 1, 5, 40));
    assertStops(() -> restore("run-1", since, null, state))
        .hasMessageContaining("checkpoint 7 of start 1")
        .hasMessageContaining("checkpoint 9 of start 1")
        .hasMessageContaining("acme.payments.v1 2 (made of payments.v2-0 offsets 3 to 40)")
        .hasMessageContaining("--accept-duplicates");
  }

  @Test
  void stateThatCountsOnWhatWasTakenBack_endsTheJobForGood() throws Exception {
    OperatorSubtaskState state = stateOf("run-1", 7, 3);
    ProgressLog before = gateway -> released(Progress.state(1, 6, 0, 1, 1, 0));
    assertStops(() -> restore("run-1", before, null, state))
        .hasMessageContaining("acme.payments.v1 2 (made of payments.v2-0 offsets 1 to 2)")
        .hasMessageContaining("--accept-gap");
  }

  @Test
  void jobWithoutState_endsForGood_whereSomethingWasReleased() {
    ProgressLog since = gateway -> released(Progress.state(1, 9, 0, 1, 5, 40));
    assertStops(() -> ProgressHarness.open(settings("b", since, null)).close())
        .hasMessageContaining("without a state")
        .hasMessageContaining("acme.payments.v1 5");
  }

  @Test
  void anotherRunAtTheSameCheckpoint_isNotTakenForOurs() throws Exception {
    OperatorSubtaskState state = stateOf("run-1", 7, 3);
    ProgressLog other = gateway -> released(Progress.state(2, 7, 0, 1, 3, 2));
    assertStops(() -> restore("b", other, null, state)).hasMessageContaining("of start 2");
  }

  @Test
  void openTransaction_isWaitedFor_untilItIsDecided() throws Exception {
    OperatorSubtaskState state = stateOf("run-1", 7, 3);
    ProgressState before = Progress.state(1, 6, 0, 1, 1, 0);
    ProgressState open = Progress.state(1, 7, 0, 1, 3, 2);
    AtomicInteger asked = new AtomicInteger();
    ProgressLog log =
        gateway ->
            asked.incrementAndGet() < 3 ? released(List.of(before), List.of(open)) : released(open);
    restore("b", log, null, state);
    assertThat(asked).hasValue(3);
  }

  @Test
  void whatThisRunHasOpenAfterItsCheckpoint_isNotWaitedFor() throws Exception {
    OperatorSubtaskState state = stateOf("run-1", 7, 3);
    ProgressState saved = Progress.state(1, 7, 0, 1, 3, 2);
    ProgressState failed = Progress.state(1, 8, 1, 2, 9, 9);
    restore("run-1", gateway -> released(List.of(saved), List.of(failed)), null, state);
  }

  @Test
  void acceptedDuplicates_goOn_countWhatReadersSee_andAreToldOnce() throws Exception {
    OperatorSubtaskState state = stateOf("run-1", 7, 3);
    ProgressState since = Progress.state(1, 9, 0, 1, 5, 40);
    ProgressLog log = gateway -> released(since);
    Accepted accepted =
        Accepted.of(
            "erika",
            Comparison.of(List.of(Progress.state(1, 7, 0, 1, 3, 2)), log.read(""), topic -> true));
    ProgressSettings settings = settings("b", log, accepted);
    OperatorSubtaskState next;
    ProgressState told;
    try (ProgressHarness harness = ProgressHarness.restore(settings, 1, 0, state)) {
      harness.release(OUT, 0, 3);
      next = harness.checkpoint(8);
      told = harness.told();
      assertThat(told.released()).containsEntry(OUT, 6L);
      assertThat(new String(harness.out().get(1).value(), StandardCharsets.UTF_8))
          .isEqualTo(
              "{\"kind\":\"accepted\",\"gateway\":\"eu\",\"run\":\"b\",\"start\":2,\"checkpoint\":8,"
                  + "\"plan\":\"digest\",\"by\":\"erika\",\"time\":\"2026-03-01T08:00:59.999Z\","
                  + "\"duplicates\":{\"records\":{\"acme.payments.v1\":2},\"sources\":"
                  + "{\"payments.v2-0\":{\"after\":2,\"to\":40}}},"
                  + "\"gap\":{\"records\":{},\"sources\":{}}}");
      harness.checkpoint(9);
      assertThat(harness.out()).hasSize(4);
    }
    ProgressState last = told;
    ProgressSettings again = settings("b", gateway -> released(last), accepted);
    try (ProgressHarness harness = ProgressHarness.restore(again, 1, 0, next)) {
      harness.checkpoint(10);
      assertThat(harness.out()).hasSize(1);
      assertThat(harness.told().start()).isEqualTo(2);
    }
  }

  @Test
  void whatWasReleasedAfterTheAcceptance_isNotAccepted() throws Exception {
    OperatorSubtaskState state = stateOf("run-1", 7, 3);
    Released then = released(Progress.state(1, 9, 0, 1, 5, 40));
    Accepted accepted =
        Accepted.of(
            "erika", Comparison.of(List.of(Progress.state(1, 7, 0, 1, 3, 2)), then, topic -> true));
    ProgressLog since = gateway -> released(Progress.state(1, 10, 0, 1, 6, 41));
    assertStops(() -> restore("b", since, accepted, state)).hasMessageContaining("checkpoint 10");
  }

  /** Of a run that has let out so many records, made of offsets from 0. */
  private static OperatorSubtaskState stateOf(String run, long checkpoint, int records)
      throws Exception {
    try (ProgressHarness harness = ProgressHarness.open(settings(run, NOTHING, null))) {
      for (int offset = 0; offset < records; offset++) {
        harness.release(OUT, 0, offset);
      }
      return harness.checkpoint(checkpoint);
    }
  }

  private static void restore(
      String run, ProgressLog log, @Nullable Accepted accepted, OperatorSubtaskState state)
      throws Exception {
    ProgressHarness.restore(settings(run, log, accepted), 1, 0, state).close();
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertStops(
      ThrowingCallable work) {
    AbstractThrowableAssert<?, ? extends Throwable> thrown = assertThatThrownBy(work);
    assertThat(thrown.actual()).isInstanceOf(SuppressRestartsException.class);
    return thrown.cause().isInstanceOf(JobStoppedException.class);
  }
}
