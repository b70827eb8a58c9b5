package dev.weir.operators.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.tokenization.control.Command;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.operators.coordination.OperatorEventHandler;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The seam that keyed stages are told of purges by. */
class PurgeTest {

  private static final int MAX_PARALLELISM = 720;
  private static final String A = "a".repeat(32);
  private static final String B = "b".repeat(32);
  private final MemoryLog log = MemoryLog.create();

  /** Counts what it has seen of each subject. */
  private static final class Counting extends KeyedProcessFunction<String, String, String>
      implements SubjectPurge<String, String> {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("NullAway.Init") // set in open
    private transient ValueState<Integer> seen;

    @Override
    public void open(OpenContext context) {
      seen = getRuntimeContext().getState(new ValueStateDescriptor<>("seen", Types.INT));
    }

    @Override
    public void processElement(String subject, Context context, Collector<String> out)
        throws Exception {
      int times = seen.value() == null ? 1 : seen.value() + 1;
      seen.update(times);
      out.collect(subject + times);
    }

    @Override
    public void govern(ControlState state) {}

    @Override
    public @Nullable String keyOf(Command.PurgeSubject purge) {
      return purge.product().equals("card-payments") ? purge.subject() : null;
    }

    @Override
    public void purge(Command.PurgeSubject purge, Collector<String> out) throws Exception {
      if (seen.value() != null) {
        seen.clear();
        out.collect("forgotten " + getRuntimeContext().getTaskInfo().getIndexOfThisSubtask());
      }
    }
  }

  private KeyedOneInputStreamOperatorTestHarness<String, String, String> open(
      int parallelism, int subtask, @Nullable OperatorSubtaskState state) throws Exception {
    KeyedOneInputStreamOperatorTestHarness<String, String, String> harness =
        new KeyedOneInputStreamOperatorTestHarness<>(
            ControlledOperatorFactory.keyed(new Counting(), log.settings()),
            subject -> subject,
            Types.STRING,
            MAX_PARALLELISM,
            parallelism,
            subtask);
    harness.setup();
    if (state != null) {
      harness.initializeState(state);
    }
    harness.open();
    return harness;
  }

  private static void send(AbstractStreamOperatorTestHarness<String> harness, Boundary boundary) {
    ((OperatorEventHandler) harness.getOperator()).handleOperatorEvent(boundary);
  }

  @Test
  void subjectIsForgotten_atTheBarrier_andNoOther() throws Exception {
    try (var harness = open(1, 0, null)) {
      harness.processElement(A, 1);
      harness.processElement(B, 1);
      log.send(new Command.PurgeSubject("card-payments", A));
      log.send(new Command.PurgeSubject("loans", B));
      send(harness, log.boundary(1));
      harness.processElement(A, 1);
      harness.prepareSnapshotPreBarrier(1);
      harness.processElement(A, 1);
      harness.processElement(B, 1);
      assertThat(harness.extractOutputValues())
          .containsExactly(A + 1, B + 1, A + 2, "forgotten 0", A + 1, B + 2);
    }
  }

  /** Gone stays gone: the savepoint is from before the purge, and the job has another size. */
  @Test
  void stateFromBeforeThePurge_forgetsBeforeTheFirstRecord_inTheOneSubtaskThatKnows()
      throws Exception {
    OperatorSubtaskState before;
    try (var harness = open(1, 0, null)) {
      harness.processElement(A, 1);
      before = harness.snapshot(1, 1);
    }
    log.send(new Command.PurgeSubject("card-payments", A));
    List<String> out = new ArrayList<>();
    for (int subtask = 0; subtask < 3; subtask++) {
      OperatorSubtaskState part =
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              before, MAX_PARALLELISM, 1, 3, subtask);
      try (var harness = open(3, subtask, part)) {
        out.addAll(harness.extractOutputValues());
      }
    }
    assertThat(out).singleElement().asString().startsWith("forgotten");
  }

  @Test
  void purgeThatACheckpointHolds_isNotRepeated() throws Exception {
    OperatorSubtaskState after;
    try (var harness = open(1, 0, null)) {
      harness.processElement(A, 1);
      log.send(new Command.PurgeSubject("card-payments", A));
      send(harness, log.boundary(1));
      harness.prepareSnapshotPreBarrier(1);
      after = harness.snapshot(1, 1);
    }
    try (var harness = open(1, 0, after)) {
      harness.processElement(A, 1);
      assertThat(harness.extractOutputValues()).containsExactly(A + 1);
    }
  }
}
