package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.weir.config.agreement.CohortMode;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;

/** What the owner's metrics say of crowds, as a reporter is given them. */
class CohortFiguresTest {

  private static final long LATER = 250;

  /** Ages are worth 100 cells: 30 to 39 loses 9 of them, 50 to 79 loses 29. */
  private static void twoCrowds(CohortHarness harness) throws Exception {
    for (int person = 1; person <= CohortHarness.K; person++) {
      harness.offer(person, person, 30 + 3L * person);
    }
    harness.passTo(CohortHarness.HOLD);
    for (int person = 11; person <= 14; person++) {
      harness.offer(person, person, 50 + 10L * (person - 11));
    }
    harness.passTo(2 * CohortHarness.HOLD);
  }

  @Test
  void loss_isTheMeanOverReleasedRows_ofEachField() throws Exception {
    try (CohortHarness harness = new CohortHarness(null)) {
      assertThat(harness.metrics.value("field.age.loss")).isNaN();
      assertThat(harness.metrics.value("smallest_class")).isNaN();
      twoCrowds(harness);
      double first = 6 / 100.0; // 33 to 39
      double second = 30 / 100.0; // 50 to 80
      assertThat(harness.metrics.value("field.age.loss"))
          .isCloseTo((3 * first + 4 * second) / 7, within(1e-12));
      assertThat(harness.metrics.value("smallest_class")).isEqualTo(3);
      assertThat(harness.metrics.value("cohorts")).isEqualTo(2);
      assertThat(harness.metrics.value("people")).isEqualTo(7);
    }
  }

  @Test
  void held_isWhoIsUndecided_throughADecisionAnErasureAndARestore() throws Exception {
    OperatorSubtaskState state;
    try (CohortHarness harness = new CohortHarness(null)) {
      harness.offer(1, 1, 30);
      harness.offer(2, 2, 35);
      harness.offer(3, 2, 36);
      assertThat(harness.metrics.value("held")).isEqualTo(3);
      harness.forget(1);
      assertThat(harness.metrics.value("held")).isEqualTo(2);
      state = harness.barrier(1);
    }
    try (CohortHarness harness = new CohortHarness(state)) {
      harness.offer(4, 4, 30);
      assertThat(harness.metrics.value("held")).isEqualTo(3);
      harness.passTo(CohortHarness.HOLD);
      harness.passTo(2 * CohortHarness.HOLD);
      assertThat(harness.metrics.value("held")).isZero();
      assertThat(harness.metrics.value("reason.no_crowd.withheld")).isEqualTo(3);
    }
  }

  @Test
  void delay_isFromArrivalToDecision_ofSuppressedRowsToo() throws Exception {
    try (CohortHarness harness = new CohortHarness(null)) {
      harness.offer(1, 1, 30);
      harness.passTo(LATER);
      harness.offer(2, 2, 30);
      harness.offer(3, 3, 30);
      harness.passTo(CohortHarness.HOLD);
      harness.offer(4, 1, 30);
      assertThat(harness.metrics.value("delay")).isEqualTo(4);
      assertThat(harness.metrics.value("delay_total"))
          .isEqualTo(CohortHarness.HOLD + 2 * (CohortHarness.HOLD - LATER));
      assertThat(harness.metrics.value("le.100.delay_bucket")).isEqualTo(1);
      assertThat(harness.metrics.value("le.1000.delay_bucket")).isEqualTo(4);
      harness.offer(5, 5, 90);
      harness.passTo(2 * CohortHarness.HOLD);
      assertThat(harness.metrics.value("delay")).as("suppressed").isEqualTo(5);
    }
  }

  @Test
  void metrics_showNumbersAlone_underTheNamesOfThePlan() throws Exception {
    try (CohortHarness harness = new CohortHarness(null)) {
      twoCrowds(harness);
      assertThat(harness.metrics.all())
          .hasSizeGreaterThan(10)
          .allSatisfy(
              (name, metric) -> {
                assertThat(name)
                    .matches(
                        "weir\\.partner\\.acme\\.agreement\\.acme-crowds\\.release\\.crowds\\."
                            + "((field\\.age|rule\\.[lt]|le\\.[0-9Inf+]+|reason\\.[a-z_]+)\\.)?"
                            + "[a-z_]+");
                if (metric instanceof Gauge<?> gauge) {
                  assertThat(gauge.getValue()).isInstanceOf(Number.class);
                } else if (metric instanceof Counter counter) {
                  assertThat(counter.getCount()).isNotNegative();
                }
              });
    }
  }

  @Test
  void windowMode_remembersNobody() throws Exception {
    try (CohortHarness harness =
        new CohortHarness(
            CohortHarness.release(CohortMode.WINDOW), () -> CohortHarness.NOW, true, 1, 0, null)) {
      twoCrowds(harness);
      assertThat(harness.metrics.value("people")).isZero();
      assertThat(harness.metrics.value("smallest_class")).isEqualTo(3);
    }
  }
}
