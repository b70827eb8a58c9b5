package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.operators.metrics.SourceTally;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.plan.ProductPlan;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.ProcessFunctionTestHarnesses;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecodeFunctionTest {

  private static final ProductPlan PRODUCT = TestPlans.product(TestPlans.release("acme"));

  private OneInputStreamOperatorTestHarness<SourceRecord, Event> harness;

  @BeforeEach
  void open() throws Exception {
    harness =
        ProcessFunctionTestHarnesses.forProcessFunction(
            new DecodeFunction(PRODUCT, new TextFormat()));
  }

  @AfterEach
  void close() throws Exception {
    harness.close();
  }

  @Test
  void goodRecord_becomesItsEvent() throws Exception {
    SourceRecord record = record("hello", 3);
    harness.processElement(record, 0);
    assertThat(harness.extractOutputValues())
        .singleElement()
        .satisfies(
            event -> assertThat(event.source()).usingRecursiveComparison().isEqualTo(record));
  }

  @Test
  void undecodableRecord_goesOnRejected() throws Exception {
    harness.processElement(record("undecodable", 3), 0);
    assertThat(harness.extractOutputValues())
        .extracting(Event::rejection)
        .containsExactly(new Rejection(Reason.WRONG_TYPE, TextFormat.FIELD));
  }

  @Test
  void tombstonesAndBlankLines_areCountedAndGoNoFurther() throws Exception {
    harness.processElement(new SourceRecord(null, 3, 1, 0), 0);
    harness.processElement(new SourceRecord(null, 3, 2, 0), 0);
    harness.processElement(record("", -1), 0);
    assertThat(harness.extractOutputValues()).isEmpty();
    assertThat(SourceTally.of(PRODUCT, Accumulated.of(harness))).isEqualTo(new SourceTally(1, 2));
  }

  @Test
  void emptyKafkaValue_isNoTombstone_butMalformed() throws Exception {
    harness.processElement(record("", 3), 0);
    assertThat(harness.extractOutputValues())
        .extracting(Event::rejection)
        .containsExactly(Rejection.of(Reason.MALFORMED));
    assertThat(SourceTally.of(PRODUCT, Accumulated.of(harness))).isEqualTo(new SourceTally(0, 0));
  }

  @Test
  void defect_endsTheJobForGood_namesTheRecord_andRepeatsNoMessage() {
    assertThatThrownBy(() -> harness.processElement(record("defect", 3), 0))
        .isInstanceOf(SuppressRestartsException.class)
        .cause()
        .isInstanceOf(JobStoppedException.class)
        .hasMessageContaining("SourceRecord[3@17]")
        .hasMessageContaining("java.lang.IllegalStateException")
        .hasMessageNotContaining("SECRET")
        .hasNoCause();
  }

  @Test
  void whatIsAway_isWorthARestart() {
    assertThatThrownBy(() -> harness.processElement(record("away", 3), 0))
        .isInstanceOf(UncheckedIOException.class);
  }

  private static SourceRecord record(String text, int partition) {
    return new SourceRecord(text.getBytes(StandardCharsets.UTF_8), partition, 17, 1000);
  }
}
