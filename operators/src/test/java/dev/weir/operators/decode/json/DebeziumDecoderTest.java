package dev.weir.operators.decode.json;

import static dev.weir.config.LogicalType.INTEGER;
import static dev.weir.config.LogicalType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.NoRecord;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.treat.json.JsonPlans;
import dev.weir.plan.ProductPlan;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DebeziumDecoderTest {

  private static final ProductPlan PLAN =
      JsonPlans.record().read("id", INTEGER).read("name", STRING).plan();

  private static final String ROW = "{\"id\": 7, \"name\": \"\\u00c4nne\", \"x\": [{}]}";
  private static final int BYTES = 1 << 16;
  private static final int DEPTH = 4;

  private static String event(String op, String after) {
    return "{\"before\":null,\"after\":"
        + after
        + ",\"source\":{\"op\":\"d\",\"table\":\"t\"},\"op\":\""
        + op
        + "\",\"ts_ms\":1,\"transaction\":null}";
  }

  private static String wrapped(String payload) {
    return "{\"schema\":{\"type\":\"struct\",\"fields\":[{\"op\":1}]}, \"payload\" : "
        + payload
        + "}";
  }

  private static SourceRecord record(String value) {
    return new SourceRecord(value.getBytes(StandardCharsets.UTF_8), 0, 1, 5);
  }

  private static DebeziumDecoder decoder() {
    return DebeziumDecoder.compile(PLAN, BYTES, DEPTH);
  }

  private static void isRow(String value) {
    SourceRecord record = record(value);
    assertThat(decoder().noRecord(record)).isNull();
    Event event = decoder().decode(record);
    assertThat(event.rejection()).as(value).isNull();
    assertThat(event.source()).isSameAs(record);
    assertThat(text(event, "id")).isEqualTo("7");
    assertThat(text(event, "name")).isEqualTo("\\u00c4nne");
  }

  /** What stands in the span of a field: the spans point into the whole event. */
  private static String text(Event event, String field) {
    JsonLayout.Leaf leaf = JsonLayout.of(PLAN.record()).leaf(FieldPath.of(field));
    int slot = Objects.requireNonNull(leaf).slot();
    int to = event.spans()[slot + 1];
    ByteOutput text = new ByteOutput(16);
    byte[] value = Objects.requireNonNull(event.source().value());
    text.write(value, event.spans()[slot], to < 0 ? ~to : to);
    return new String(text.toByteArray(), StandardCharsets.UTF_8);
  }

  private static void rejected(@Nullable Reason reason, String value) {
    SourceRecord record = record(value);
    assertThat(decoder().noRecord(record)).as(value).isNull();
    assertThat(decoder().decode(record).rejection())
        .as(value)
        .isEqualTo(Rejection.of(Objects.requireNonNull(reason)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"r", "c", "u"})
  void after_isTheRecord(String op) {
    isRow(event(op, ROW));
    isRow(wrapped(event(op, ROW)));
    isRow("{\"op\":\"" + op + "\",\"after\":" + ROW + "}");
    isRow("{\"\\u006fp\":\"" + op + "\",\"\\u0061fter\":" + ROW + "}");
  }

  @ParameterizedTest
  @CsvSource({"d, TOMBSTONE", "t, TRUNCATE", "m, MESSAGE"})
  void changesWithoutARow_areToldApart(String op, NoRecord what) {
    assertThat(decoder().noRecord(record(event(op, "null")))).isEqualTo(what);
    assertThat(decoder().noRecord(record(wrapped(event(op, "null"))))).isEqualTo(what);
  }

  @Test
  void deleteThatKeepsTheRow_isNoRecord() {
    assertThat(decoder().noRecord(record(event("d", ROW)))).isEqualTo(NoRecord.TOMBSTONE);
  }

  @Test
  void nullPayload_isATombstone() {
    assertThat(decoder().noRecord(record(wrapped("null")))).isEqualTo(NoRecord.TOMBSTONE);
  }

  @Test
  void whatIsNoChangeEvent_isMalformed() {
    rejected(Reason.MALFORMED, "nonsense");
    rejected(Reason.MALFORMED, "[]");
    rejected(Reason.MALFORMED, "{}");
    rejected(Reason.MALFORMED, ROW);
    rejected(Reason.MALFORMED, "{\"after\":" + ROW + "}");
    rejected(Reason.MALFORMED, event("x", ROW));
    rejected(Reason.MALFORMED, event("cc", ROW));
    rejected(Reason.MALFORMED, event("c", "null"));
    rejected(Reason.MALFORMED, event("u", "[1]"));
    rejected(Reason.MALFORMED, "{\"op\":1,\"after\":" + ROW + "}");
    rejected(Reason.MALFORMED, wrapped("[" + event("c", ROW) + "]"));
    rejected(Reason.MALFORMED, event("c", ROW) + "x");
    rejected(Reason.MALFORMED, event("c", ROW).replace(",\"ts_ms\"", ";\"ts_ms\""));
    rejected(Reason.MALFORMED, event("c", "{\"id\":{\"a\":{\"b\":{\"c\":{}}}}}"));
  }

  @Test
  void partThatStandsTwice_isRefused() {
    String twice = "{\"op\":\"c\",\"after\":" + ROW + ",\"after\":" + ROW + "}";
    rejected(Reason.DUPLICATE_NAME, twice);
    rejected(Reason.DUPLICATE_NAME, "{\"op\":\"d\",\"op\":\"c\",\"after\":" + ROW + "}");
  }

  @Test
  void faultOfTheRow_isTheRowsOwn() {
    Event event = decoder().decode(record(event("c", "{\"id\":\"seven\"}")));
    assertThat(event.rejection()).isEqualTo(new Rejection(Reason.WRONG_TYPE, FieldPath.of("id")));
  }

  @Test
  void eventLargerThanTheLimit_isMalformed() {
    rejected(Reason.MALFORMED, event("c", "{\"x\":\"" + "x".repeat(BYTES) + "\"}"));
  }

  /** Every cut, and a thousand events with one byte changed: an answer, never an exception. */
  @Test
  void damagedEvents_areAnswered() {
    byte[] whole = wrapped(event("c", ROW)).getBytes(StandardCharsets.UTF_8);
    DebeziumDecoder decoder = decoder();
    for (int length = 1; length < whole.length; length++) {
      SourceRecord cut = new SourceRecord(Arrays.copyOf(whole, length), 0, length, 5);
      assertThat(decoder.noRecord(cut)).isNull();
      assertThat(decoder.decode(cut).rejection()).isEqualTo(Rejection.of(Reason.MALFORMED));
    }
    Random random = new Random(11);
    for (int i = 0; i < 1000; i++) {
      byte[] changed = whole.clone();
      changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      SourceRecord damaged = new SourceRecord(changed, 0, i, 5);
      NoRecord none = decoder.noRecord(damaged);
      assertThat(none != null || decoder.decode(damaged) != null).isTrue();
    }
  }
}
