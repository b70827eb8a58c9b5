package dev.weir.operators.stage;

import static dev.weir.operators.stage.TestPlans.key;
import static dev.weir.operators.stage.TreatHarness.MAX_PARALLELISM;
import static dev.weir.operators.stage.TreatHarness.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.operators.control.MemoryLog;
import dev.weir.plan.ProductPlan;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.control.Command;
import dev.weir.tokenization.keys.KeyName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys change under a job that obeys commands. */
class RotationTest {

  private static final ProductPlan PRODUCT =
      TestPlans.product(TestPlans.release("acme", key("acme", "deterministic")));
  private static final Instant UNTIL = Instant.ofEpochMilli(MemoryLog.NOW).plusSeconds(3600);

  private final MemoryLog log = MemoryLog.create();
  private final Path directory;
  private final KeySource keys;
  private final KeyName first;

  RotationTest(@TempDir Path temporary) {
    directory = temporary.resolve("keys");
    keys = TestKeys.in(directory, "acme");
    first = active();
  }

  private KeyName active() {
    int id = keys.open().partner("acme").version(KeyUse.DETERMINISTIC);
    return new KeyName("acme", KeyUse.DETERMINISTIC, id);
  }

  private KeyName rotate() {
    return TestKeys.changes(directory).rotate("acme", KeyUse.DETERMINISTIC);
  }

  private String fingerprint(KeyName key) {
    return keys.open().partner("acme").facts(KeyUse.DETERMINISTIC).stream()
        .filter(facts -> facts.keyId() == key.keyId())
        .findFirst()
        .orElseThrow()
        .fingerprint();
  }

  private Command version(KeyName key) {
    return new Command.KeyVersion(key, fingerprint(key));
  }

  private TreatHarness start() throws Exception {
    return restore(null);
  }

  private TreatHarness restore(@Nullable OperatorSubtaskState state) throws Exception {
    return TreatHarness.restore(PRODUCT, settings(keys, log.settings()), 1, 0, state);
  }

  private static String id(KeyName key) {
    return Integer.toUnsignedString(key.keyId());
  }

  private static List<String> versions(TreatHarness harness) {
    return harness.out().stream().map(TreatHarness::text).toList();
  }

  @Test
  void newKey_isUsedFromTheBarrierOn_notFromTheCommand() throws Exception {
    try (TreatHarness harness = start()) {
      harness.process("a");
      KeyName second = rotate();
      harness.process("b");
      log.send(version(second));
      harness.agree(log.boundary(MemoryLog.NOW));
      harness.process("c");
      var unused = harness.checkpoint(1);
      harness.process("d");
      assertThat(versions(harness)).containsExactly(id(first), id(first), id(first), id(second));
    }
  }

  /** The directory alone changes nothing: a restart would else be a rotation. */
  @Test
  void keyThatNoCommandHasMadeActive_isNotUsed_afterARestartEither() throws Exception {
    OperatorSubtaskState state;
    try (TreatHarness harness = start()) {
      state = harness.checkpoint(1);
    }
    rotate();
    try (TreatHarness harness = restore(state)) {
      harness.process("a");
      assertThat(versions(harness)).containsExactly(id(first));
    }
  }

  @Test
  void newKey_isInTheState_ofEverySubtask_whenTheJobIsScaled() throws Exception {
    KeyName second = rotate();
    OperatorSubtaskState[] states = new OperatorSubtaskState[2];
    for (int subtask = 0; subtask < 2; subtask++) {
      try (TreatHarness harness =
          TreatHarness.restore(
              PRODUCT, settings(keys, MemoryLog.create().settings()), 2, subtask, null)) {
        states[subtask] = harness.checkpoint(1);
      }
    }
    log.send(version(second));
    OperatorSubtaskState all = AbstractStreamOperatorTestHarness.repackageState(states);
    for (int subtask = 0; subtask < 3; subtask++) {
      OperatorSubtaskState part =
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              all, MAX_PARALLELISM, 2, 3, subtask);
      try (TreatHarness harness =
          TreatHarness.restore(PRODUCT, settings(keys, log.settings()), 3, subtask, part)) {
        harness.process("a");
        assertThat(versions(harness)).containsExactly(id(second));
      }
    }
  }

  @Test
  void checkpoint_holdsWhatHolds_andACommandIsNotObeyedTwice() throws Exception {
    KeyName second = rotate();
    OperatorSubtaskState state;
    try (TreatHarness harness = start()) {
      log.send(version(second));
      harness.agree(log.boundary(MemoryLog.NOW));
      state = harness.checkpoint(1);
    }
    // The log that is asked now says other things at those offsets: they must not be read again.
    MemoryLog other = MemoryLog.create();
    other.send(version(first));
    try (TreatHarness harness =
        TreatHarness.restore(PRODUCT, settings(keys, other.settings()), 1, 0, state)) {
      harness.process("a");
      assertThat(versions(harness)).containsExactly(id(second));
    }
  }

  /**
   * Signed by the owner, and for this gateway: only the sequence tells that it was given before.
   */
  @Test
  void commandThatSomebodyRepeats_isRefused_afterARestartToo() throws Exception {
    KeyName second = rotate();
    OperatorSubtaskState state;
    try (TreatHarness harness = start()) {
      log.send(version(second));
      log.send(version(first));
      harness.agree(log.boundary(MemoryLog.NOW));
      state = harness.checkpoint(1);
    }
    log.repeat(0);
    try (TreatHarness harness = restore(state)) {
      harness.process("a");
      assertThat(versions(harness)).containsExactly(id(first));
    }
  }

  @Test
  void commandsFromBeforeTheStart_areObeyedBeforeTheFirstRecord() throws Exception {
    KeyName second = rotate();
    KeyName third = rotate();
    log.send(version(third));
    log.send(version(second));
    log.put(new byte[] {1, 2, 3});
    try (TreatHarness harness = start()) {
      harness.process("a");
      assertThat(versions(harness)).containsExactly(id(second));
    }
  }

  @Test
  void keyThatIsNotThere_endsTheJob_byName() throws Exception {
    try (TreatHarness harness = start()) {
      log.send(new Command.KeyVersion(first, "0123456789abcdef"));
      harness.agree(log.boundary(MemoryLog.NOW));
      assertStops(JobStoppedException.Kind.KEY_MISSING, () -> harness.checkpoint(1))
          .hasMessageContaining("acme/deterministic of fingerprint 0123456789abcdef");
    }
    log.send(version(first)); // the mend
    try (TreatHarness harness = start()) {
      harness.process("a");
      assertThat(versions(harness)).containsExactly(id(first));
    }
  }

  @Test
  void nothingLeavesUnderADisabledKey_andEnablingTakesItBack() throws Exception {
    try (TreatHarness harness = start()) {
      log.send(new Command.KeyDisable(first));
      harness.agree(log.boundary(MemoryLog.NOW));
      assertStops(JobStoppedException.Kind.KEY_DISABLED, () -> harness.checkpoint(1))
          .hasMessageContaining(first.toString());
    }
    assertStops(JobStoppedException.Kind.KEY_DISABLED, this::start);
    log.send(new Command.KeyEnable(first));
    try (TreatHarness harness = start()) {
      harness.process("a");
      assertThat(versions(harness)).containsExactly(id(first));
    }
  }

  @Test
  void formerKeyDisabled_theJobGoesOn() throws Exception {
    try (TreatHarness harness = start()) {
      KeyName second = rotate();
      log.send(version(second));
      log.send(new Command.KeyDisable(first));
      harness.agree(log.boundary(MemoryLog.NOW));
      var unused = harness.checkpoint(1);
      harness.process("a");
      assertThat(versions(harness)).containsExactly(id(second));
    }
  }

  /** The savepoint is from before; so is the copy of the keys. */
  @Test
  void destroyedKey_doesNotComeBack_withAnOlderStateAndAnOlderCopyOfTheKeys(@TempDir Path backup)
      throws Exception {
    OperatorSubtaskState before;
    try (TreatHarness harness = start()) {
      before = harness.checkpoint(1);
    }
    copy(directory, backup.resolve("copy"));
    KeyName second = rotate();
    log.send(version(second));
    log.send(new Command.KeyDestroy(first, fingerprint(first)));
    TestKeys.changes(directory).destroy(first, "erika");
    try (TreatHarness harness = restore(before)) {
      harness.process("a");
      assertThat(versions(harness)).containsExactly(id(second));
    }
    KeySource old = TestKeys.in(backup.resolve("copy"));
    assertStops(
            JobStoppedException.Kind.KEY_MISSING,
            () -> TreatHarness.restore(PRODUCT, settings(old, log.settings()), 1, 0, before))
        .hasMessageContaining(first + " 2026-11-26T12:00:00Z was destroyed, and is there again");
    assertStops(
            JobStoppedException.Kind.KEY_MISSING,
            () -> TreatHarness.restore(PRODUCT, settings(old, log.settings()), 1, 0, null))
        .hasMessageContaining("was destroyed");
  }

  @Test
  void destroyedKeyInUse_endsTheJob_andTheWholeCopyOfTheKeysIsRefused() throws Exception {
    rotate();
    try (TreatHarness harness = start()) {
      KeyName second = active();
      log.send(new Command.KeyDestroy(second, fingerprint(second)));
      harness.agree(log.boundary(MemoryLog.NOW));
      assertStops(JobStoppedException.Kind.KEY_DESTROYED, () -> harness.checkpoint(1))
          .hasMessageContaining("that is in use was destroyed (" + second);
    }
    log.send(version(first));
    assertStops(JobStoppedException.Kind.KEY_DESTROYED, this::start)
        .hasMessageContaining("is there again");
  }

  @Test
  void logThatIsShorterThanWhatWasObeyed_endsTheJob() throws Exception {
    OperatorSubtaskState state;
    log.send(new Command.KeyEnable(first));
    try (TreatHarness harness = start()) {
      state = harness.checkpoint(1);
    }
    assertThatThrownBy(
            () ->
                TreatHarness.restore(
                    PRODUCT, settings(keys, MemoryLog.create().settings()), 1, 0, state))
        .isInstanceOf(SuppressRestartsException.class)
        .cause()
        .hasMessageContaining("ends before offset 1");
  }

  @Test
  void stateUnderCommands_isNotGoneOnWithWithoutThem() throws Exception {
    OperatorSubtaskState state;
    try (TreatHarness harness = start()) {
      state = harness.checkpoint(1);
    }
    assertStops(
            JobStoppedException.Kind.CONTROL_MISSING,
            () -> TreatHarness.restore(PRODUCT, settings(keys), 1, 0, state))
        .hasMessageContaining("control.publicKey");
  }

  @Test
  void stateFromBeforeTheChannel_goesOn_withTheKeyThatItWasMadeWith() throws Exception {
    OperatorSubtaskState state;
    try (TreatHarness harness = TreatHarness.open(PRODUCT, settings(keys))) {
      state = harness.flink.snapshot(1, 1);
    }
    rotate();
    try (TreatHarness harness = restore(state)) {
      harness.process("a");
      assertThat(versions(harness)).containsExactly(id(first));
    }
  }

  @Test
  void keepJoinable_goesOnWithTheOldKey_untilTheDate_thenChangesAtABarrier() throws Exception {
    ProductPlan product =
        TestPlans.product(TestPlans.keepJoinable("acme", UNTIL, key("acme", "deterministic")));
    KeyName second;
    OperatorSubtaskState state;
    long date = UNTIL.toEpochMilli();
    try (TreatHarness harness = TreatHarness.open(product, settings(keys, log.settings()))) {
      second = rotate();
      log.send(version(second));
      harness.agree(log.boundary(MemoryLog.NOW));
      var unused = harness.checkpoint(1);
      harness.process("a");
      harness.agree(log.boundary(date - 1));
      state = harness.checkpoint(2);
      harness.process("b");
      assertThat(versions(harness)).containsExactly(id(first), id(first));
    }
    try (TreatHarness harness =
        TreatHarness.restore(product, settings(keys, log.settings()), 1, 0, state)) {
      harness.process("c");
      harness.agree(log.boundary(date));
      harness.process("d");
      var unused = harness.checkpoint(3);
      harness.process("e");
      assertThat(versions(harness)).containsExactly(id(first), id(first), id(second));
    }
  }

  @Test
  void keepJoinable_endsEarly_whenTheOldKeyIsDisabled() throws Exception {
    ProductPlan product =
        TestPlans.product(TestPlans.keepJoinable("acme", UNTIL, key("acme", "deterministic")));
    try (TreatHarness harness = TreatHarness.open(product, settings(keys, log.settings()))) {
      KeyName second = rotate();
      log.send(version(second));
      log.send(new Command.KeyDisable(first));
      harness.agree(log.boundary(MemoryLog.NOW));
      var unused = harness.checkpoint(1);
      harness.process("a");
      assertThat(versions(harness)).containsExactly(id(second));
    }
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertStops(
      JobStoppedException.Kind kind, ThrowingCallable work) {
    AbstractThrowableAssert<?, ? extends Throwable> thrown = assertThatThrownBy(work);
    assertThat(thrown.actual()).isInstanceOf(SuppressRestartsException.class);
    Throwable cause = thrown.actual().getCause();
    assertThat(cause)
        .isInstanceOfSatisfying(
            JobStoppedException.class, stopped -> assertThat(stopped.kind()).isEqualTo(kind));
    return thrown.cause();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : (Iterable<Path>) files::iterator) {
        Path copy = to.resolve(from.relativize(file));
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }
}
