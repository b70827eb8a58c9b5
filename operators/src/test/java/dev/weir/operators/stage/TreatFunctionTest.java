package dev.weir.operators.stage;

import static dev.weir.operators.stage.TreatHarness.MINUTE;
import static dev.weir.operators.stage.TreatHarness.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.operators.metrics.ReleaseTally;
import dev.weir.operators.record.OutputHeader;
import dev.weir.operators.record.OutputRecord;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.tokenization.KeyUse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreatFunctionTest {

  private static final ReleasePlan ACME = TestPlans.release("acme");
  private static final ReleasePlan GLOBEX = TestPlans.release("globex", "suspended", null);
  private static final ReleasePlan INITECH = TestPlans.release("initech", "active", null);
  private static final ProductPlan PRODUCT = TestPlans.product(ACME, GLOBEX, INITECH);

  @Test
  void releasedRecord_carriesTokenMinuteAndHeaders_andNothingElse() throws Exception {
    try (TreatHarness harness = TreatHarness.open(PRODUCT, settings(TestKeys.none()))) {
      harness.process("hello", TreatHarness.NOW - 12_345);
      OutputRecord record = harness.out().get(0);
      assertThat(record.topic()).isEqualTo("acme.payments.v1");
      assertThat(record.key()).isEqualTo("key".getBytes(StandardCharsets.UTF_8));
      assertThat(TreatHarness.text(record)).isEqualTo("hello");
      assertThat(record.timestamp()).isEqualTo(MINUTE);
      assertThat(record.headers())
          .containsExactly(
              new OutputHeader("weir-agreement", "acme-payments@1.2.0"),
              new OutputHeader("weir-plan", "0123456789abcdef0123456789abcdef"),
              new OutputHeader("weir-expires", "2026-05-30T08:00:00Z"));
    }
  }

  @Test
  void releaseWithFormatPreservingTokens_saysTheirKeysVersion(@TempDir Path keys) throws Exception {
    KeySource source = TestKeys.in(keys, "acme");
    ReleasePlan release = TestPlans.release("acme", TestPlans.key("acme", "format-preserving"));
    try (TreatHarness harness = TreatHarness.open(TestPlans.product(release), settings(source))) {
      harness.process("hello");
      int version = source.open().partner("acme").version(KeyUse.FORMAT_PRESERVING);
      assertThat(harness.out().get(0).headers())
          .last()
          .isEqualTo(new OutputHeader("weir-key-version", Integer.toUnsignedString(version)));
    }
  }

  @Test
  void withoutRetention_nothingExpires() throws Exception {
    try (TreatHarness harness = TreatHarness.open(PRODUCT, settings(TestKeys.none()))) {
      harness.process("hello");
      assertThat(harness.out().get(1).topic()).isEqualTo("initech.payments.v1");
      assertThat(harness.out().get(1).headers())
          .extracting(OutputHeader::name)
          .containsExactly("weir-agreement", "weir-plan");
    }
  }

  @Test
  void eachReleaseIsJudgedForItself_andCountsAddUp() throws Exception {
    try (TreatHarness harness = TreatHarness.open(PRODUCT, settings(TestKeys.none()))) {
      harness.process("hello");
      harness.process("untreatable@acme");
      harness.process("undecodable");
      Map<String, Object> counts = Accumulated.of(harness.flink);
      assertThat(ReleaseTally.of(ACME, counts))
          .isEqualTo(
              new ReleaseTally(3, 1, Map.of(), Map.of("not_in_table", 1L, "wrong_type", 1L)));
      assertThat(ReleaseTally.of(GLOBEX, counts))
          .isEqualTo(new ReleaseTally(3, 0, Map.of("not_active", 2L), Map.of("wrong_type", 1L)));
      assertThat(ReleaseTally.of(INITECH, counts))
          .isEqualTo(new ReleaseTally(3, 2, Map.of(), Map.of("wrong_type", 1L)));
    }
  }

  @Test
  void deadLetters_oneForAllWhereDecodeFailed_oneForTheReleaseElse() throws Exception {
    try (TreatHarness harness = TreatHarness.open(PRODUCT, settings(TestKeys.none()))) {
      harness.process("undecodable");
      harness.process("untreatable@initech");
      assertThat(harness.out())
          .extracting(OutputRecord::topic)
          .containsExactly(
              "card-payments.dead-letters", "acme.payments.v1", "card-payments.dead-letters");
      assertThat(harness.out().get(0).key()).isNull();
      assertThat(harness.out().get(0).headers()).isEmpty();
      assertThat(harness.out().get(0).timestamp()).isEqualTo(MINUTE);
    }
  }

  @Test
  void whatNoTopicTakes_isDeadLettered() throws Exception {
    try (TreatHarness harness = TreatHarness.open(PRODUCT, settings(TestKeys.none()))) {
      harness.process("x".repeat(900));
      assertThat(ReleaseTally.of(ACME, Accumulated.of(harness.flink)).deadLettered())
          .containsExactly(Map.entry("too_large", 1L));
      assertThat(harness.out()).allMatch(r -> r.value().length <= 1000);
    }
  }

  @Test
  void defect_endsTheJobForGood_andRepeatsNoMessage() throws Exception {
    try (TreatHarness harness = TreatHarness.open(PRODUCT, settings(TestKeys.none()))) {
      assertThatThrownBy(() -> harness.process("treat-defect"))
          .isInstanceOf(SuppressRestartsException.class)
          .cause()
          .isInstanceOf(JobStoppedException.class)
          .hasMessageContaining("SourceRecord[3@17] for acme-payments/payments")
          .hasMessageNotContaining("SECRET");
    }
  }

  @Test
  void tooLargeAShareOfDeadLetters_endsTheJobForGood() throws Exception {
    DeadLetterSettings limited = new DeadLetterSettings(null, 0.05);
    try (TreatHarness harness = TreatHarness.open(PRODUCT, settings(TestKeys.none(), limited))) {
      for (int i = 0; i < 949; i++) {
        harness.process("hello");
      }
      for (int i = 0; i < 50; i++) {
        harness.process("undecodable");
      }
      assertThatThrownBy(() -> harness.process("untreatable@initech"))
          .isInstanceOf(SuppressRestartsException.class)
          .cause()
          .hasMessageStartingWith(
              "51 of the last 1000 records were dead-lettered, more than maxShare 0.05 allows:"
                  + " wrong_type of amount 50, not_in_table of amount 1.");
    }
  }
}
