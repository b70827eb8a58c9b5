package dev.weir.operators.treat.avro;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.Decoder;
import dev.weir.operators.decode.avro.AvroToJson;
import dev.weir.operators.format.AvroRecordFormat;
import dev.weir.operators.format.DebeziumJsonRecordFormat;
import dev.weir.operators.format.JsonRecordFormat;
import dev.weir.operators.format.RecordLimits;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.operators.stage.StatisticsReader;
import dev.weir.operators.statistics.StatisticsRow;
import dev.weir.plan.BudgetPlan;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Shape;
import dev.weir.plan.StatisticsPlan;
import dev.weir.plan.StatisticsPlan.Figure;
import dev.weir.plan.StatisticsPlan.Group;
import dev.weir.plan.StatisticsPlan.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What is counted of Avro records, and of rows in Debezium's change events, is what is counted of
 * the same records in JSON: the same people, groups, values and times.
 */
class CountedFormatsTest {

  private static final String SCHEMA =
      """
      {"type": "record", "name": "Visit", "fields": [
        {"name": "unnamed", "type": "string"},
        {"name": "patient", "type": ["string", "null"]},
        {"name": "trade", "type": ["null", "string"]},
        {"name": "age", "type": "int"},
        {"name": "member", "type": ["null", "boolean"]},
        {"name": "kind", "type": {"type": "enum", "name": "Kind", "symbols": ["IN", "OUT"]}},
        {"name": "weight", "type": [{"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}, "null"]},
        {"name": "fee", "type": "double"},
        {"name": "ward", "type": {"type": "record", "name": "Ward", "fields": [
          {"name": "beds", "type": ["null", "long"]}]}},
        {"name": "seen", "type": {"type": "long", "logicalType": "timestamp-millis"}}]}
      """;

  private static final List<String> TRADES = List.of("baker", "a \"bad\" cook", "möller", "a\0b");

  private final Schema schema = new Schema.Parser().parse(SCHEMA);
  private final Random random = new Random(11);

  private static Group group(String path, LogicalType type, @Nullable List<String> listed) {
    return new Group(FieldPath.parse(path), type, listed);
  }

  private static Figure figure(String path, Kind kind) {
    StatisticsPlan.Values values =
        new StatisticsPlan.Values(
            new BigDecimal("-10"), new BigDecimal("90"), new BigDecimal("0.05"));
    return new Figure(path, kind, FieldPath.parse(path), values, null, 0, null, BigDecimal.ONE);
  }

  private static ReleasePlan release() {
    StatisticsPlan statistics =
        new StatisticsPlan(
            "u",
            new StatisticsPlan.Window("PT1H", null, null),
            "PT5M",
            List.of(
                group("trade", LogicalType.STRING, null),
                group("age", LogicalType.INTEGER, null),
                group("member", LogicalType.BOOLEAN, null),
                group("kind", LogicalType.STRING, List.of("IN"))),
            List.of(
                new Figure("n", Kind.COUNT, null, null, null, 0, null, BigDecimal.ONE),
                figure("weight", Kind.SUM),
                figure("fee", Kind.MEAN),
                figure("ward.beds", Kind.VARIANCE)),
            new StatisticsPlan.Bounds(3, 2, 2),
            new BudgetPlan(BigDecimal.ONE, new BigDecimal("1e-6"), "P1D"),
            List.of(),
            "terms");
    ReleasePlan plain = Plans.release(new Output.Fields(List.of()), null);
    return new ReleasePlan(
        plain.agreement(),
        plain.agreementVersion(),
        plain.partner(),
        plain.release(),
        "statistics",
        plain.topic(),
        plain.status(),
        plain.from(),
        plain.to(),
        null,
        plain.retention(),
        null,
        List.of("decode", "treat", "bound", "statistics"),
        null,
        statistics,
        plain.output(),
        List.of(),
        null,
        plain.digest());
  }

  private static Shape.Field shape(String name, boolean required, LogicalType type) {
    return new Shape.Field(name, required, new Shape.Leaf(type, null));
  }

  private static ProductPlan product() {
    Shape.Fields ward = new Shape.Fields(List.of(shape("beds", false, LogicalType.INTEGER)));
    Shape.Fields record =
        new Shape.Fields(
            List.of(
                shape("patient", false, LogicalType.STRING),
                shape("trade", false, LogicalType.STRING),
                shape("age", true, LogicalType.INTEGER),
                shape("member", false, LogicalType.BOOLEAN),
                shape("kind", true, LogicalType.STRING),
                shape("weight", false, LogicalType.NUMBER),
                shape("fee", true, LogicalType.NUMBER),
                new Shape.Field("ward", true, ward),
                shape("seen", true, LogicalType.TIMESTAMP)));
    return Plans.product(record, release(), FieldPath.of("patient"), FieldPath.of("seen"), null);
  }

  private <T> @Nullable T orNull(T value) {
    return random.nextInt(4) == 0 ? null : value;
  }

  private byte[] visit() throws IOException {
    GenericRecord visit = new GenericData.Record(schema);
    visit.put("unnamed", "leave me");
    visit.put("patient", orNull("P" + random.nextInt(50)));
    visit.put("trade", orNull(TRADES.get(random.nextInt(TRADES.size()))));
    visit.put("age", random.nextInt(4) - 1);
    visit.put("member", orNull(random.nextBoolean()));
    visit.put(
        "kind",
        new GenericData.EnumSymbol(
            schema.getField("kind").schema(), random.nextBoolean() ? "IN" : "OUT"));
    BigDecimal weight = BigDecimal.valueOf(random.nextInt(24_000) - 12_000, 2);
    visit.put("weight", orNull(ByteBuffer.wrap(weight.unscaledValue().toByteArray())));
    visit.put("fee", random.nextInt(20_000) / 100.0 - 100);
    GenericRecord ward = new GenericData.Record(schema.getField("ward").schema());
    ward.put("beds", orNull(random.nextLong() >> random.nextInt(64)));
    visit.put("ward", ward);
    visit.put("seen", 1_770_000_000_000L + random.nextInt(100_000_000));
    return new RandomData(random).encoded(schema, visit);
  }

  /** One format at work. */
  private static final class Side {
    private final Decoder decoder;
    private final StatisticsReader reader;

    Side(RecordFormat format) {
      decoder = format.decoder(product());
      reader = new StatisticsReader(product(), release(), format);
    }

    @Nullable Rejection read(byte[] source) {
      Event event = decoder.decode(new SourceRecord(source, 0, 0, 0));
      assertThat(event.rejection()).isNull();
      return reader.read(event);
    }

    @Nullable StatisticsRow row() {
      return reader.row();
    }
  }

  private static byte[] asJson(AvroToJson toJson, byte[] avro) {
    ByteOutput json = new ByteOutput(256);
    assertThat(toJson.convert(avro, 0, avro.length, json)).isEqualTo(avro.length);
    return json.toByteArray();
  }

  /** The row after an update, beside the one before it, which is another's. */
  private static byte[] asChange(byte[] json, byte[] before) {
    String event =
        "{\"before\":%s,\"after\":%s,\"source\":{\"table\":\"visits\"},\"op\":\"u\",\"ts_ms\":1}";
    return event
        .formatted(
            new String(before, StandardCharsets.UTF_8), new String(json, StandardCharsets.UTF_8))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsCounted_isThatOfTheSameRecordsInJson() throws IOException {
    Side avro = new Side(AvroRecordFormat.bare(SCHEMA, RecordLimits.DEFAULT));
    Side json = new Side(new JsonRecordFormat(RecordLimits.DEFAULT));
    Side changes = new Side(new DebeziumJsonRecordFormat(RecordLimits.DEFAULT));
    AvroToJson toJson =
        Objects.requireNonNull(
            AvroToJson.compile(schema, product().record(), 64, new ArrayList<>()));
    Set<String> groups = new HashSet<>();
    int nobodys = 0;
    byte[] before = asJson(toJson, visit());
    for (int number = 0; number < 3_000; number++) {
      byte[] source = visit();
      byte[] text = asJson(toJson, source);
      Rejection refused = json.read(text);
      assertThat(avro.read(source)).isEqualTo(refused);
      assertThat(changes.read(asChange(text, before))).isEqualTo(refused);
      assertSame(avro.row(), json.row());
      assertSame(changes.row(), json.row());
      StatisticsRow row = json.row();
      if (row != null) {
        groups.add(row.group());
      }
      nobodys += refused != null && refused.reason() == Reason.NO_SUBJECT ? 1 : 0;
      before = text;
    }
    assertThat(groups).hasSize(5 * 4 * 3);
    assertThat(groups).anyMatch(group -> group.contains("\"trade\":\"a\\u0000b\""));
    assertThat(nobodys).isBetween(600, 900);
  }

  /** A few characters may be a number of a billion digits. */
  @Test
  void numbersThatAreFarTooLargeOrSmall_areNoWork() {
    Side json = new Side(new JsonRecordFormat(RecordLimits.DEFAULT));
    assertThat(json.read(fee("1e-999999999"))).isNull();
    assertThat(Objects.requireNonNull(json.row()).codes()[2])
        .as("0, in 20ths from 40 on")
        .isEqualTo(-800);
    assertThat(json.read(fee("0e999999999"))).isNull();
    assertThat(json.read(fee("1e900"))).isNull();
    assertThat(Objects.requireNonNull(json.row()).codes()[2]).as("90").isEqualTo(1000);
    assertThat(json.read(fee("1e999999999")))
        .isEqualTo(new Rejection(Reason.OUT_OF_RANGE, FieldPath.of("fee")));
    assertThat(json.read(fee("-1e99999999999")))
        .isEqualTo(new Rejection(Reason.OUT_OF_RANGE, FieldPath.of("fee")));
  }

  private static byte[] fee(String number) {
    String visit =
        "{\"patient\":\"P1\",\"age\":1,\"kind\":\"IN\",\"fee\":%s,\"ward\":{},"
            + "\"seen\":\"2026-03-01T00:00:00Z\"}";
    return visit.formatted(number).getBytes(StandardCharsets.UTF_8);
  }

  private static void assertSame(@Nullable StatisticsRow row, @Nullable StatisticsRow expected) {
    if (expected == null) {
      assertThat(row).isNull();
      return;
    }
    Objects.requireNonNull(row);
    assertThat(row.personHigh()).isEqualTo(expected.personHigh());
    assertThat(row.personLow()).isEqualTo(expected.personLow());
    assertThat(row.group()).isEqualTo(expected.group());
    assertThat(row.codes()).isEqualTo(expected.codes());
    assertThat(row.eventTime()).isEqualTo(expected.eventTime()).isPositive();
  }
}
