package dev.weir.operators.stage;

import static dev.weir.operators.stage.TestPlans.key;
import static dev.weir.operators.stage.TreatHarness.MAX_PARALLELISM;
import static dev.weir.operators.stage.TreatHarness.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.plan.ProductPlan;
import java.nio.file.Path;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFingerprintsTest {

  private static final ProductPlan BOTH =
      TestPlans.product(
          TestPlans.release("acme", key("acme", "deterministic"), key("acme", "one-way")),
          TestPlans.release("globex", key("globex", "deterministic")));
  private static final ProductPlan ACME_ALONE =
      TestPlans.product(TestPlans.release("acme", key("acme", "deterministic")));

  private final Path then;
  private final Path now;

  KeyFingerprintsTest(@TempDir Path then, @TempDir Path now) {
    this.then = then;
    this.now = now;
  }

  @Test
  void sameKeys_goOn() throws Exception {
    KeySource keys = TestKeys.in(then, "acme", "globex");
    OperatorSubtaskState state = snapshot(BOTH, keys);
    assertThatCode(() -> restore(BOTH, keys, state)).doesNotThrowAnyException();
  }

  @Test
  void anotherKeyUnderTheSameName_endsTheJobForGood_byName() throws Exception {
    OperatorSubtaskState state = snapshot(ACME_ALONE, TestKeys.in(then, "acme"));
    assertStops(() -> restore(ACME_ALONE, TestKeys.in(now, "acme"), state))
        .hasMessageContaining("the key acme/deterministic is not the one");
  }

  @Test
  void missingKey_endsTheJobForGood_byName() throws Exception {
    OperatorSubtaskState state = snapshot(BOTH, TestKeys.in(then, "acme", "globex"));
    assertStops(() -> restore(BOTH, TestKeys.in(now, "acme"), state))
        .hasMessageContaining("no keys of partner globex")
        .hasMessageContaining("the key acme/one-way is not the one");
  }

  @Test
  void missingDirectory_endsTheJobForGood() {
    assertStops(() -> snapshot(ACME_ALONE, TestKeys.in(now))).hasMessageContaining("acme");
  }

  @Test
  void keyThatNoReleaseNeedsForAWhile_isStillRemembered() throws Exception {
    OperatorSubtaskState state = snapshot(BOTH, TestKeys.in(then, "acme", "globex"));
    ProductPlan none = TestPlans.product(TestPlans.release("acme"));
    OperatorSubtaskState later;
    try (TreatHarness harness =
        TreatHarness.restore(none, settings(TestKeys.none()), 1, 0, state)) {
      later = harness.flink.snapshot(2, 2);
    }
    assertStops(() -> restore(BOTH, TestKeys.in(now, "acme", "globex"), later))
        .hasMessageContaining("is not the one");
  }

  @Test
  void everySubtaskKnowsTheKeys_whenTheJobIsScaled() throws Exception {
    KeySource keys = TestKeys.in(then, "acme");
    OperatorSubtaskState two = snapshot(ACME_ALONE, keys, 2);
    for (int subtask = 0; subtask < 3; subtask++) {
      OperatorSubtaskState part =
          AbstractStreamOperatorTestHarness.repartitionOperatorState(
              two, MAX_PARALLELISM, 2, 3, subtask);
      int of = subtask;
      assertStops(() -> restore(ACME_ALONE, TestKeys.in(now, "acme"), part, 3, of))
          .hasMessageContaining("is not the one");
    }
    OperatorSubtaskState one =
        AbstractStreamOperatorTestHarness.repartitionOperatorState(two, MAX_PARALLELISM, 2, 1, 0);
    assertThatCode(() -> restore(ACME_ALONE, keys, one)).doesNotThrowAnyException();
    assertStops(() -> restore(ACME_ALONE, TestKeys.in(now, "acme"), one))
        .hasMessageContaining("is not the one");
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> assertStops(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
    AbstractThrowableAssert<?, ? extends Throwable> thrown = assertThatThrownBy(work);
    assertThat(thrown.actual()).isInstanceOf(SuppressRestartsException.class);
    return thrown.cause().isInstanceOf(JobStoppedException.class);
  }

  private static OperatorSubtaskState snapshot(ProductPlan product, KeySource keys)
      throws Exception {
    return snapshot(product, keys, 1);
  }

  private static OperatorSubtaskState snapshot(ProductPlan product, KeySource keys, int subtasks)
      throws Exception {
    OperatorSubtaskState[] states = new OperatorSubtaskState[subtasks];
    for (int subtask = 0; subtask < subtasks; subtask++) {
      try (TreatHarness harness =
          TreatHarness.restore(product, settings(keys), subtasks, subtask, null)) {
        states[subtask] = harness.flink.snapshot(1, 1);
      }
    }
    return AbstractStreamOperatorTestHarness.repackageState(states);
  }

  private static void restore(ProductPlan product, KeySource keys, OperatorSubtaskState state)
      throws Exception {
    restore(product, keys, state, 1, 0);
  }

  private static void restore(
      ProductPlan product, KeySource keys, OperatorSubtaskState state, int of, int subtask)
      throws Exception {
    try (TreatHarness harness = TreatHarness.restore(product, settings(keys), of, subtask, state)) {
      harness.process("hello");
    }
  }
}
