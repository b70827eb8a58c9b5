package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.record.Answer;
import dev.weir.operators.record.Ask;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.state.StreamType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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

/** How long a value keeps a random token, and through what. */
class RememberFunctionTest {

  private static final int MAX_PARALLELISM = 720;
  private static final long DAY = Duration.ofDays(1).toMillis();
  private static final long START = 1_772_352_000_000L; // 2026-03-01T08:00:00Z
  private static final String MONTH = "P30D";
  private static final Path FILES = Path.of("src/test/resources/state");

  /** What the file of version 1 remembers of the value 7. */
  private static final String TOKEN_IN_V1 = "f9fa8f40cb8d017aff7bbe8b38135471";

  private static final class Harness implements AutoCloseable {
    private final KeyedOneInputStreamOperatorTestHarness<ValueName, Ask, Answer> flink;

    Harness(int of, int subtask, @Nullable OperatorSubtaskState state) throws Exception {
      flink =
          new KeyedOneInputStreamOperatorTestHarness<>(
              new KeyedProcessOperator<>(new RememberFunction()),
              Ask::value,
              StreamType.VALUE_NAME,
              MAX_PARALLELISM,
              of,
              subtask);
      flink.setup(StreamType.ANSWER.createSerializer(new SerializerConfigImpl()));
      if (state != null) {
        flink.initializeState(state);
      }
      flink.open();
      flink.setProcessingTime(START);
    }

    String token(long value, String remember) throws Exception {
      int before = flink.extractOutputValues().size();
      flink.processElement(new Ask(3, before, new ValueName(value, value), remember), 0);
      List<Answer> answers = flink.extractOutputValues();
      assertThat(answers).hasSize(before + 1);
      Answer answer = answers.get(before);
      assertThat(answer.subtask()).isEqualTo(3);
      assertThat(answer.number()).isEqualTo(before);
      return HexFormat.of().formatHex(answer.token());
    }

    void day(int day) throws Exception {
      flink.setProcessingTime(START + day * DAY);
    }

    @Override
    public void close() throws Exception {
      flink.close();
    }
  }

  @Test
  void sameValue_keepsItsToken_andNoOtherHasIt() throws Exception {
    try (Harness harness = new Harness(1, 0, null)) {
      String first = harness.token(1, MONTH);
      String other = harness.token(2, MONTH);
      assertThat(first).hasSize(32).isNotEqualTo(other);
      assertThat(harness.token(1, MONTH)).isEqualTo(first);
      assertThat(harness.token(2, MONTH)).isEqualTo(other);
    }
  }

  @Test
  void tokenOfAValueThatComesEveryDay_isAnotherAfterItsTime() throws Exception {
    try (Harness harness = new Harness(1, 0, null)) {
      List<String> tokens = new ArrayList<>();
      for (int day = 0; day < 60; day++) {
        harness.day(day);
        tokens.add(harness.token(1, MONTH));
      }
      assertThat(tokens.subList(0, 30)).containsOnly(tokens.get(0));
      assertThat(tokens.subList(30, 60)).containsOnly(tokens.get(30));
      assertThat(tokens.get(30)).isNotEqualTo(tokens.get(0));
    }
  }

  @Test
  void whatIsOver_leavesTheState() throws Exception {
    try (Harness harness = new Harness(1, 0, null)) {
      for (int value = 0; value < 100; value++) {
        harness.token(value, MONTH);
      }
      assertThat(harness.flink.numKeyedStateEntries()).isEqualTo(100);
      harness.day(29);
      assertThat(harness.flink.numKeyedStateEntries()).isEqualTo(100);
      harness.day(30);
      assertThat(harness.flink.numKeyedStateEntries()).isZero();
      assertThat(harness.flink.numProcessingTimeTimers()).isZero();
    }
  }

  @Test
  void shorterMemory_holdsForTokensOfBefore_andTheOldTimerSparesTheNew() throws Exception {
    try (Harness harness = new Harness(1, 0, null)) {
      String old = harness.token(1, MONTH);
      harness.day(7);
      assertThat(harness.token(1, MONTH)).isEqualTo(old);
      String fresh = harness.token(1, "P7D");
      assertThat(fresh).isNotEqualTo(old);
      harness.day(10);
      assertThat(harness.token(1, MONTH)).isEqualTo(fresh);
      harness.day(14);
      String third = harness.token(1, MONTH);
      assertThat(third).isNotEqualTo(fresh);
      harness.day(30); // the first token's timer
      assertThat(harness.token(1, MONTH)).isEqualTo(third);
    }
  }

  @Test
  void restoreAndRescale_forgetNothing() throws Exception {
    Map<Long, String> tokens = new HashMap<>();
    OperatorSubtaskState state;
    try (Harness harness = new Harness(1, 0, null)) {
      for (long value = 0; value < 500; value++) {
        tokens.put(value, harness.token(value, MONTH));
      }
      state = harness.flink.snapshot(1, 1);
    }
    for (int of : new int[] {1, 3, 2}) {
      state = rescaled(tokens, state, of);
    }
    assertThat(Map.copyOf(tokens).values()).doesNotHaveDuplicates();
  }

  /** Every value is asked for where it belongs; its timer has come along. */
  private static OperatorSubtaskState rescaled(
      Map<Long, String> tokens, OperatorSubtaskState state, int of) throws Exception {
    List<OperatorSubtaskState> after = new ArrayList<>();
    int timers = 0;
    for (int subtask = 0; subtask < of; subtask++) {
      OperatorSubtaskState part =
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              state, MAX_PARALLELISM, 1, of, subtask);
      try (Harness harness = new Harness(of, subtask, part)) {
        for (Map.Entry<Long, String> token : tokens.entrySet()) {
          if (subtask(token.getKey(), of) == subtask) {
            assertThat(harness.token(token.getKey(), MONTH)).isEqualTo(token.getValue());
          }
        }
        timers += harness.flink.numProcessingTimeTimers();
        after.add(harness.flink.snapshot(1, 1));
      }
    }
    assertThat(timers).isEqualTo(tokens.size());
    return AbstractStreamOperatorTestHarness.repackageState(
        after.toArray(OperatorSubtaskState[]::new));
  }

  private static int subtask(long value, int of) {
    return KeyGroupRangeAssignment.assignKeyToParallelOperator(
        new ValueName(value, value), MAX_PARALLELISM, of);
  }

  @Test
  void subtaskOfAValue_isForEver() {
    assertThat(new ValueName(0x0123456789abcdefL, 7L).hashCode()).isEqualTo(-2_004_318_081);
  }

  @ParameterizedTest
  @ValueSource(ints = 1)
  void everyVersion_isRead(int version) throws Exception {
    OperatorSubtaskState state = OperatorSnapshotUtil.readStateHandle(file(version).toString());
    try (Harness harness = new Harness(1, 0, state)) {
      assertThat(harness.token(7, MONTH)).isEqualTo(TOKEN_IN_V1);
    }
  }

  @Test
  void currentVersion_hasAFile() {
    assertThat(file(RememberFunction.STATE_VERSION)).exists();
  }

  @Test
  @EnabledIfSystemProperty(named = "weir.write-state", matches = "true")
  void writeTheFileOfTheCurrentVersion() throws Exception {
    Path file = file(RememberFunction.STATE_VERSION);
    assertThat(file).doesNotExist();
    try (Harness harness = new Harness(1, 0, null)) {
      harness.token(7, MONTH);
      OperatorSnapshotUtil.writeStateHandle(harness.flink.snapshot(1, 1), file.toString());
      assertThat(harness.token(7, MONTH)).as("the token in the file").isEqualTo(TOKEN_IN_V1);
    }
  }

  private static Path file(int version) {
    return FILES.resolve("remember-v" + version);
  }
}
