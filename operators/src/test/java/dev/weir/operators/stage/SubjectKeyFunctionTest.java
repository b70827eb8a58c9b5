package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.record.Subject;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.state.StreamType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One key for each subject, through restores and scaling. */
class SubjectKeyFunctionTest {

  private static final int MAX_PARALLELISM = 720;
  private static final Path FILES = Path.of("src/test/resources/state");

  private static final class Harness implements AutoCloseable {
    private final KeyedOneInputStreamOperatorTestHarness<ValueName, Event, Event> flink;

    Harness(int of, int subtask, @Nullable OperatorSubtaskState state) throws Exception {
      flink =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new KeyedProcessOperator<>(new SubjectKeyFunction("card-payments")),
              SubjectKeyFunction::keyOf,
              StreamType.VALUE_NAME,
              MAX_PARALLELISM,
              of,
              subtask);
      flink.setup(StreamType.EVENT.createSerializer(new SerializerConfigImpl()));
      if (state != null) {
        flink.initializeState(state);
      }
      flink.open();
    }

    @Nullable Subject subject(@Nullable Subject named) throws Exception {
      Event event = new Event(new SourceRecord(new byte[1], 3, 17, 0), new int[0], 0, 0, null);
      flink.processElement(named == null ? event : event.of(named), 0);
      List<Event> out = flink.extractOutputValues();
      return out.get(out.size() - 1).subject();
    }

    Subject of(long name) throws Exception {
      return Objects.requireNonNull(subject(new Subject(new ValueName(name, name), null, false)));
    }

    @Override
    public void close() throws Exception {
      flink.close();
    }
  }

  private static String hex(Subject subject) {
    return HexFormat.of().formatHex(Objects.requireNonNull(subject.key()));
  }

  @Test
  void everySubject_hasOneKey_thatIsFreshOnce() throws Exception {
    try (Harness harness = new Harness(1, 0, null)) {
      Subject first = harness.of(1);
      assertThat(first.fresh()).isTrue();
      assertThat(hex(first)).hasSize(64).isNotEqualTo(hex(harness.of(2)));
      Subject again = harness.of(1);
      assertThat(again.fresh()).isFalse();
      assertThat(hex(again)).isEqualTo(hex(first));
    }
  }

  @Test
  void eventWithoutASubject_goesOnWithoutAKey_andLeavesNothingBehind() throws Exception {
    try (Harness harness = new Harness(1, 0, null)) {
      assertThat(harness.subject(null)).isNull();
      assertThat(harness.flink.numKeyedStateEntries()).isZero();
    }
  }

  @Test
  void restoreAndRescale_keepEveryKey() throws Exception {
    Map<Long, String> keys = new HashMap<>();
    OperatorSubtaskState state;
    try (Harness harness = new Harness(1, 0, null)) {
      for (long name = 0; name < 500; name++) {
        keys.put(name, hex(harness.of(name)));
      }
      state = harness.flink.snapshot(1, 1);
    }
    for (int of : new int[] {1, 3, 2}) {
      List<OperatorSubtaskState> after = new ArrayList<>();
      for (int subtask = 0; subtask < of; subtask++) {
        OperatorSubtaskState part =
            AbstractStreamOperatorTestHarness.repartitionOperatorState(
                state, MAX_PARALLELISM, 1, of, subtask);
        try (Harness harness = new Harness(of, subtask, part)) {
          for (Map.Entry<Long, String> key : keys.entrySet()) {
            if (subtask(key.getKey(), of) == subtask) {
              Subject subject = harness.of(key.getKey());
              assertThat(subject.fresh()).isFalse();
              assertThat(hex(subject)).isEqualTo(key.getValue());
            }
          }
          after.add(harness.flink.snapshot(1, 1));
        }
      }
      state =
          AbstractStreamOperatorTestHarness.repackageState(
              after.toArray(OperatorSubtaskState[]::new));
    }
    assertThat(Map.copyOf(keys).values()).doesNotHaveDuplicates();
  }

  private static int subtask(long name, int of) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
        new ValueName(name, name), MAX_PARALLELISM, of);
  }

  @Test
  void currentVersion_hasAFile() {
    assertThat(file(SubjectKeyFunction.STATE_VERSION)).exists();
  }

  @ParameterizedTest
  @ValueSource(ints = 1)
  void everyVersion_isRead(int version) throws Exception {
    OperatorSubtaskState state = OperatorSnapshotUtil.readStateHandle(file(version).toString());
    try (Harness harness = new Harness(1, 0, state)) {
      assertThat(harness.of(7).fresh()).as("a new key").isFalse();
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "weir.write-state", matches = "true")
  void writeTheFileOfTheCurrentVersion() throws Exception {
    Path file = file(SubjectKeyFunction.STATE_VERSION);
    assertThat(file).doesNotExist();
    try (Harness harness = new Harness(1, 0, null)) {
      harness.of(7);
      OperatorSnapshotUtil.writeStateHandle(harness.flink.snapshot(1, 1), file.toString());
    }
  }

  private static Path file(int version) {
    return FILES.resolve("subject-key-v" + version);
  }
}
