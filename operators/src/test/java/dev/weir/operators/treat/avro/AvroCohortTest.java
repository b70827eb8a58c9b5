package dev.weir.operators.treat.avro;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.CohortMode;
import dev.weir.contract.ReleaseAvroSchema;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.cohort.CohortDraft;
import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.cohort.CohortSpace;
import dev.weir.operators.cohort.Completion;
import dev.weir.operators.decode.Decoder;
import dev.weir.operators.decode.avro.AvroToJson;
import dev.weir.operators.format.AvroRecordFormat;
import dev.weir.operators.format.JsonRecordFormat;
import dev.weir.operators.format.RecordLimits;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.operators.treat.CohortTreater;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.operators.treat.json.TestTokenKeys;
import dev.weir.plan.CohortPlan;
import dev.weir.plan.Generalization;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Shape;
import dev.weir.plan.Step;
import dev.weir.privacy.cohort.CohortId;
import dev.weir.privacy.cohort.Outcome;
import dev.weir.privacy.cohort.Row;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.generalize.Box;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of cohorts of Avro records are those of the same records in JSON, in Avro's types. */
class AvroCohortTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String SCHEMA =
      """
      {"type": "record", "name": "Visit", "fields": [
        {"name": "visit", "type": "long"},
        {"name": "patient", "type": "string"},
        {"name": "born", "type": ["null", {"type": "int", "logicalType": "date"}]},
        {"name": "age", "type": "int"},
        {"name": "weight", "type": [{"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}, "null"]},
        {"name": "seen", "type": {"type": "long", "logicalType": "timestamp-millis"}},
        {"name": "trade", "type": ["null", "string"]},
        {"name": "zip", "type": "string"},
        {"name": "at", "type": ["null", {"type": "record", "name": "At", "fields": [
          {"name": "lat", "type": "double"}, {"name": "lon", "type": "double"}]}]},
        {"name": "illness", "type": ["null", "string"]},
        {"name": "fee", "type": "double"},
        {"name": "unnamed", "type": "string"}]}
      """;

  private static final List<String> ILLNESSES = List.of("flu", "a \"bad\" cold", "gicht é");

  private final Schema schema = new Schema.Parser().parse(SCHEMA);
  private final Random random = new Random(11);
  private final TokenKeys keys;

  AvroCohortTest(@TempDir Path directory) {
    keys = TestTokenKeys.in(directory);
  }

  private static Output.Field field(String name, boolean required, LogicalType type, Step step) {
    return new Output.Field(name, required, new Output.Leaf(FieldPath.of(name), type, type, step));
  }

  private static Output.Field field(
      String name, boolean required, LogicalType type, Generalization to) {
    return field(name, required, type, new Step.Generalize(to));
  }

  private static ReleasePlan release() {
    Step.KeyRef key = new Step.KeyRef("acme", "one-way");
    Step.TokenContext context = new Step.TokenContext("cohort", "agreement:a", "p/patient");
    String trades = "baker;food;*\ncook;food;*\nmason;building;*\n";
    Output.Fields output =
        new Output.Fields(
            List.of(
                field("visit", true, LogicalType.INTEGER, new Step.Keep()),
                field("patient", false, LogicalType.STRING, new Step.CohortToken(key, context)),
                field("born", false, LogicalType.DATE, new Generalization.Days("P10Y")),
                field("age", true, LogicalType.INTEGER, new Generalization.Integers(5)),
                field(
                    "weight",
                    false,
                    LogicalType.NUMBER,
                    new Generalization.Numbers(new BigDecimal("2.5"))),
                field("seen", false, LogicalType.TIMESTAMP, new Generalization.Instants("PT6H")),
                field(
                    "trade",
                    false,
                    LogicalType.STRING,
                    new Generalization.Hierarchy("t.csv", "0", trades)),
                field("zip", true, LogicalType.STRING, new Generalization.Prefix(5)),
                field(
                    "at",
                    false,
                    LogicalType.OBJECT,
                    new Generalization.Place(new BigDecimal("0.5"))),
                field("illness", false, LogicalType.STRING, new Step.Keep()),
                field("fee", true, LogicalType.NUMBER, new Step.Bucket(BigDecimal.TEN))));
    CohortPlan.Diverse illness =
        new CohortPlan.Diverse(FieldPath.of("illness"), new BigDecimal(2), false);
    CohortPlan.Close fee = new CohortPlan.Close(FieldPath.of("fee"), new BigDecimal("0.3"), true);
    return new ReleasePlan(
        "clinic",
        "1.0.0",
        "acme",
        "visits",
        "cohorts",
        "acme.visits.v1",
        "active",
        "2026-01-01T00:00:00Z",
        "2036-01-01T00:00:00Z",
        null,
        "P90D",
        FieldPath.of("patient"),
        List.of("decode", "treat", "cohort"),
        new CohortPlan(
            "u",
            CohortMode.STABLE,
            2,
            List.of(illness),
            List.of(fee),
            "PT1S",
            "P9D",
            null,
            List.of(),
            "s",
            "f",
            null),
        output,
        List.of(key),
        null,
        "0".repeat(32));
  }

  private static Shape.Field shape(String name, boolean required, LogicalType type) {
    return new Shape.Field(name, required, new Shape.Leaf(type, null));
  }

  private static ProductPlan product(ReleasePlan release) {
    Shape.Fields at =
        new Shape.Fields(
            List.of(
                shape("lat", false, LogicalType.NUMBER), shape("lon", false, LogicalType.NUMBER)));
    Shape.Fields record =
        new Shape.Fields(
            List.of(
                shape("visit", true, LogicalType.INTEGER),
                shape("patient", false, LogicalType.STRING),
                shape("born", false, LogicalType.DATE),
                shape("age", true, LogicalType.INTEGER),
                shape("weight", false, LogicalType.NUMBER),
                shape("seen", false, LogicalType.TIMESTAMP),
                shape("trade", false, LogicalType.STRING),
                shape("zip", true, LogicalType.STRING),
                new Shape.Field("at", false, at),
                shape("illness", false, LogicalType.STRING),
                shape("fee", true, LogicalType.NUMBER)));
    return Plans.product(record, release, FieldPath.of("patient"), null, null);
  }

  private <T> @Nullable T orNull(T value) {
    return random.nextInt(4) == 0 ? null : value;
  }

  private byte[] visit(long number) throws IOException {
    GenericRecord visit = new GenericData.Record(schema);
    visit.put("visit", number);
    visit.put("patient", "P" + random.nextInt(5));
    visit.put("born", orNull(random.nextInt(20_000) - 3_000));
    visit.put("age", random.nextInt(90));
    BigDecimal weight = BigDecimal.valueOf(random.nextInt(12_000), 2);
    visit.put("weight", orNull(ByteBuffer.wrap(weight.unscaledValue().toByteArray())));
    visit.put("seen", 1_770_000_000_000L + random.nextInt(100_000_000));
    visit.put("trade", orNull(List.of("baker", "cook", "mason").get(random.nextInt(3))));
    visit.put("zip", "49" + (100 + random.nextInt(900)));
    GenericRecord at = new GenericData.Record(schema.getField("at").schema().getTypes().get(1));
    at.put("lat", random.nextInt(1800) / 10.0 - 90);
    at.put("lon", random.nextInt(3600) / 10.0 - 180);
    visit.put("at", orNull(at));
    visit.put("illness", orNull(ILLNESSES.get(random.nextInt(ILLNESSES.size()))));
    visit.put("fee", random.nextInt(10_000) / 100.0);
    visit.put("unnamed", "leave me");
    return new RandomData(random).encoded(schema, visit);
  }

  /** One format at work on the rows of the release. */
  private final class Side {
    private final CohortSpace space = CohortSpace.of(release());
    private final CohortDraft draft = new CohortDraft(space.space().size(), 2);
    private final Decoder decoder;
    private final CohortTreater treater;
    private final Completion completion;

    Side(RecordFormat format) {
      ProductPlan product = product(release());
      decoder = format.decoder(product);
      treater = format.cohortTreater(product, release(), space, draft, keys);
      completion = new Completion(space, format.boxForm(release()));
    }

    @Nullable Rejection treat(byte[] source) {
      Event event = decoder.decode(new SourceRecord(source, 0, 0, 0));
      assertThat(event.rejection()).isNull();
      draft.begin();
      return treater.treat(event);
    }

    Row row(byte[] source) {
      assertThat(treat(source)).isNull();
      return Objects.requireNonNull(
          CohortRow.of(
                  0,
                  new Subject(1, 2),
                  draft.pointCodes(),
                  draft.sensitiveCodes(),
                  draft.body(0, 0, 0))
              .row());
    }

    Completion.Completed completed(Row row, long cohort, Box box) {
      return completion.of(
          new Outcome.Released(row, new CohortId(7, cohort), box, true, false, 2, 0));
    }
  }

  private static byte[] asJson(AvroToJson toJson, byte[] avro) {
    ByteOutput json = new ByteOutput(256);
    assertThat(toJson.convert(avro, 0, avro.length, json)).isEqualTo(avro.length);
    return json.toByteArray();
  }

  /** Around both, if they lack the same; else the cell of the one. */
  private static Box box(CohortSpace space, Row one, Row other) {
    long[] low = one.point().toArray();
    long[] high = low.clone();
    for (int axis = 0; axis < low.length; axis++) {
      long beside = other.point().get(axis);
      boolean both = beside != Long.MIN_VALUE && low[axis] != Long.MIN_VALUE;
      low[axis] = both ? Math.min(low[axis], beside) : low[axis];
      high[axis] = both ? Math.max(high[axis], beside) : high[axis];
    }
    return space.space().box(low, high);
  }

  @Test
  void rows_areThoseOfTheSameRecordsInJson() throws IOException {
    AvroRecordFormat avroFormat = AvroRecordFormat.bare(SCHEMA, RecordLimits.DEFAULT);
    Side avro = new Side(avroFormat);
    Side json = new Side(new JsonRecordFormat(RecordLimits.DEFAULT));
    ProductPlan product = product(release());
    AvroToJson toJson =
        Objects.requireNonNull(AvroToJson.compile(schema, product.record(), 64, new ArrayList<>()));
    Schema out = ReleaseAvroSchema.of(release(), schema);
    Row before = avro.row(visit(-1));
    for (long number = 0; number < 2_000; number++) {
      byte[] source = visit(number);
      Row row = avro.row(source);
      Row same = json.row(asJson(toJson, source));
      assertThat(row.point()).isEqualTo(same.point());
      assertThat(row.sensitive()).isEqualTo(same.sensitive());
      Box box = box(avro.space, row, before);
      Completion.Completed completed = avro.completed(row, number, box);
      Completion.Completed expected = json.completed(same, number, box);
      assertThat(completed.key()).isEqualTo(expected.key()).isNotEmpty();
      assertSame(NaiveWay.read(completed.value(), out, out), JSON.readTree(expected.value()));
      before = row;
    }
  }

  private static void assertSame(@Nullable Object avro, JsonNode json) {
    if (avro == null) {
      assertThat(json.isNull()).isTrue();
    } else if (avro instanceof GenericRecord record) {
      assertThat(json).hasSize(record.getSchema().getFields().size());
      record
          .getSchema()
          .getFields()
          .forEach(field -> assertSame(record.get(field.name()), json.get(field.name())));
    } else if (avro instanceof Number number) {
      assertThat(json.isNumber()).isTrue();
      assertThat(json.doubleValue()).isEqualTo(number.doubleValue());
    } else {
      assertThat(json.textValue()).isEqualTo(avro.toString());
    }
  }

  @Test
  void longestFilling_isAboveEveryLabel_howeverItIsEscaped() {
    String label = "é".repeat(1_000);
    String lines = "a;" + label + ";*\nb;" + label + ";*\n";
    Output.Field trade =
        field("trade", true, LogicalType.STRING, new Generalization.Hierarchy("t", "0", lines));
    ReleasePlan release = Plans.release(new Output.Fields(List.of(trade)), null);
    long filling = CohortSpace.of(release).longestFilling();
    assertThat(filling).isGreaterThan(6 * 1_000);
    assertThat(CohortSpace.of(Plans.release(new Output.Fields(List.of()), null)).longestFilling())
        .isEqualTo(256);
  }

  @Test
  void valueThatTheHierarchyLacks_isRefusedAtItsField() throws IOException {
    Side avro = new Side(AvroRecordFormat.bare(SCHEMA, RecordLimits.DEFAULT));
    GenericRecord visit = NaiveWay.read(visit(0), schema, schema);
    visit.put("trade", "smith");
    Rejection refused = avro.treat(new RandomData(random).encoded(schema, visit));
    assertThat(refused).isNotNull();
    assertThat(refused.field()).isEqualTo(FieldPath.of("trade"));
  }
}
