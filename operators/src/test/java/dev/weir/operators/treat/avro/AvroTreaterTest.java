package dev.weir.operators.treat.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TimeUnit;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.contract.ReleaseAvroSchema;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.avro.AvroDecoder;
import dev.weir.operators.decode.avro.AvroFormat;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.HeldRecord;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.treat.Holes;
import dev.weir.operators.treat.PartnerTokenKeys;
import dev.weir.operators.treat.SubjectAtHand;
import dev.weir.operators.treat.TextTreatment;
import dev.weir.operators.treat.TextTreatments;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Shape;
import dev.weir.plan.Step;
import dev.weir.tokenization.RandomToken;
import dev.weir.tokenization.keys.ThrowAwayKeys;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AvroTreaterTest {

  private static final String MARKED =
      """
      {"type":"record","name":"MARKER1","namespace":"marker2.MARKER2","doc":"MARKER3","aliases":["MARKER4"],"MARKER5":"MARKER5",
       "fields":[
        {"name":"id","type":{"type":"string","avro.java.string":"MARKER6"},"doc":"MARKER7","default":"MARKER8","aliases":["MARKER9"],"order":"ignore"},
        {"name":"MARKER10","type":["null","string"],"default":null},
        {"name":"kind","type":{"type":"enum","name":"MARKER11","symbols":["MARKER12","PUBLIC"],"doc":"MARKER13"}},
        {"name":"fee","type":{"type":"fixed","name":"MARKER14","size":4,"logicalType":"decimal","precision":9,"scale":2,"MARKER15":1}},
        {"name":"address","type":{"type":"record","name":"MARKER16","fields":[
           {"name":"zip","type":"string","doc":"MARKER17"},
           {"name":"MARKER18","type":"string"}]}},
        {"name":"items","type":{"type":"array","items":{"type":"record","name":"MARKER19","fields":[
           {"name":"sku","type":["string","null"]},{"name":"price","type":"int"}]},"MARKER20":2}},
        {"name":"at","type":{"type":"long","logicalType":"timestamp-micros","MARKER21":3}}
      ]}
      """;

  private static final Schema READER = new Schema.Parser().parse(MARKED);

  private static final Shape.Fields SHAPE =
      new Shape.Fields(
          List.of(
              shape("id", LogicalType.STRING),
              shape("kind", LogicalType.STRING),
              shape("fee", LogicalType.NUMBER),
              new Shape.Field(
                  "address", true, new Shape.Fields(List.of(shape("zip", LogicalType.STRING)))),
              new Shape.Field(
                  "items",
                  true,
                  new Shape.Items(
                      new Shape.Fields(
                          List.of(
                              new Shape.Field(
                                  "sku", false, new Shape.Leaf(LogicalType.STRING, null)),
                              shape("price", LogicalType.INTEGER))))),
              shape("at", LogicalType.TIMESTAMP)));

  private static Shape.Field shape(String name, LogicalType type) {
    return new Shape.Field(name, true, new Shape.Leaf(type, null));
  }

  private static Output.Field leaf(String path, LogicalType type, Step step) {
    FieldPath parsed = FieldPath.parse(path);
    String name = parsed.segments().get(parsed.segments().size() - 1).name();
    return new Output.Field(name, true, new Output.Leaf(parsed, type, type, step));
  }

  private static Step.Tokenize tokenize() {
    return new Step.Tokenize(
        TokenScheme.DETERMINISTIC,
        new Step.KeyRef("acme", "deterministic"),
        new Step.TokenContext("deterministic", "agreement:a", "payments/id"),
        null);
  }

  private static final Output.Fields EVERYTHING =
      new Output.Fields(
          List.of(
              leaf("id", LogicalType.STRING, tokenize()),
              leaf("kind", LogicalType.STRING, new Step.Keep()),
              leaf("fee", LogicalType.NUMBER, new Step.Bucket(new BigDecimal("0.125"))),
              new Output.Field(
                  "address",
                  true,
                  new Output.Fields(
                      List.of(leaf("address.zip", LogicalType.STRING, new Step.Keep())))),
              new Output.Field(
                  "items",
                  true,
                  new Output.Items(
                      new Output.Fields(
                          List.of(
                              new Output.Field(
                                  "sku",
                                  false,
                                  new Output.Leaf(
                                      FieldPath.parse("items[].sku"),
                                      LogicalType.STRING,
                                      LogicalType.STRING,
                                      new Step.Keep())),
                              leaf("items[].price", LogicalType.INTEGER, new Step.Keep()))))),
              leaf("at", LogicalType.TIMESTAMP, new Step.Round(TimeUnit.DAY, null))));

  /** Writes what it was given between angle brackets. */
  private static final TextTreatment BRACKETS =
      (value, from, to, subject, out) -> {
        out.write('<');
        out.write(value, from, to);
        out.write('>');
        return null;
      };

  private static TextTreatment constant(String text) {
    return (value, from, to, subject, out) -> {
      out.write(text.getBytes(StandardCharsets.UTF_8));
      return null;
    };
  }

  private static GenericRecord payment() {
    GenericRecord record = new GenericData.Record(READER);
    record.put("id", "C1");
    record.put("MARKER10", "MARKER");
    record.put("kind", new GenericData.EnumSymbol(READER.getField("kind").schema(), "PUBLIC"));
    Schema fee = READER.getField("fee").schema();
    record.put(
        "fee",
        new Conversions.DecimalConversion()
            .toFixed(new BigDecimal("-7.30"), fee, fee.getLogicalType()));
    GenericRecord address = new GenericData.Record(READER.getField("address").schema());
    address.put("zip", "01234");
    address.put("MARKER18", "MARKER");
    record.put("address", address);
    record.put("items", List.of(item("a", 1), item(null, 2)));
    record.put("at", 1_772_352_019_000_001L);
    return record;
  }

  private static GenericRecord item(@Nullable String sku, int price) {
    GenericRecord item = new GenericData.Record(READER.getField("items").schema().getElementType());
    item.put("sku", sku);
    item.put("price", price);
    return item;
  }

  private static byte[] bytes(Schema schema, GenericRecord record) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  /** What one release makes of one record. */
  private static final class Run {
    final AvroTreater treater;
    final ByteOutput value = new ByteOutput(8);
    final ByteOutput key = new ByteOutput(8);
    final @Nullable Rejection rejection;

    Run(
        Schema reader,
        Shape.Fields shape,
        Output.Fields output,
        Function<Output.Leaf, TextTreatment> treatments,
        GenericRecord record)
        throws IOException {
      ReleasePlan release = Plans.release(output, FieldPath.of("id"));
      ProductPlan plan = Plans.product(shape, release, FieldPath.of("id"), null, null);
      AvroFormat format = new AvroFormat(reader, null);
      treater = new AvroTreater(plan, release, format, null, treatments);
      Event event =
          new AvroDecoder(plan, format, 1 << 20, 64)
              .decode(new SourceRecord(bytes(reader, record), 0, 0, 0));
      assertThat(event.rejection()).isNull();
      rejection = treater.treat(event, value, key);
    }

    GenericRecord read() throws IOException {
      assertThat(rejection).isNull();
      return NaiveWay.read(value.toByteArray(), treater.outputSchema(), treater.outputSchema());
    }
  }

  @Test
  void randomTokens_areFilledWhereTheirValuesStood_inArraysAndTheKeyToo() throws IOException {
    Step.Tokenize random =
        new Step.Tokenize(
            TokenScheme.RANDOM,
            new Step.KeyRef("acme", "random"),
            new Step.TokenContext("random", "agreement:a", "payments/id"),
            null,
            null,
            "P30D",
            null);
    Output.Fields output =
        new Output.Fields(
            List.of(
                leaf("id", LogicalType.STRING, random),
                leaf("kind", LogicalType.STRING, new Step.Keep()),
                new Output.Field(
                    "items",
                    true,
                    new Output.Items(
                        new Output.Fields(
                            List.of(leaf("items[].sku", LogicalType.STRING, random)))))));
    Holes holes = new Holes();
    GenericRecord payment = payment();
    payment.put("items", List.of(item("a", 1), item("C1", 2)));
    Run run =
        new Run(
            READER,
            SHAPE,
            output,
            TextTreatments.of(
                PartnerTokenKeys.remembering(new ThrowAwayKeys(), holes, new SubjectAtHand())),
            payment);
    assertThat(run.rejection).isNull();
    assertThat(holes.found()).hasSize(3);
    assertThat(holes.found().get(2).value()).isEqualTo(holes.found().get(0).value());
    assertThat(holes.found().get(1).value()).isNotEqualTo(holes.found().get(0).value());
    byte[] value = run.value.toByteArray();
    byte[] key = run.key.toByteArray();
    assertThat(new String(value, StandardCharsets.ISO_8859_1)).doesNotContain("C1");
    HeldRecord held =
        new HeldRecord(new OutputRecord("t", key, value, 0, List.of()), holes.found());
    for (int hole = 0; hole < 3; hole++) {
      byte[] drawn = new byte[RandomToken.BYTES];
      Arrays.fill(drawn, (byte) hole);
      held.fill(hole, drawn);
    }
    Schema schema = run.treater.outputSchema();
    GenericRecord read = NaiveWay.read(value, schema, schema);
    String token = "AQAAAAAAAAAAAAAAAAAAAAAAAAAA";
    assertThat(read.get("id")).hasToString(token);
    assertThat(new String(key, StandardCharsets.US_ASCII)).isEqualTo(token);
    assertThat(read.get("items"))
        .asString()
        .contains("AQAAAAABAQEBAQEBAQEBAQEBAQEB", "AQAAAAACAgICAgICAgICAgICAgIC");
  }

  @Test
  void outputSchema_holdsNothingOfTheSourcesThatNobodyDeclared() {
    Schema schema = ReleaseAvroSchema.of(Plans.release(EVERYTHING, null), READER);
    assertThat(schema.toString()).doesNotContainIgnoringCase("marker");
    assertThat(schema.toString())
        .isEqualTo(
            "{\"type\":\"record\",\"name\":\"pay_ments\",\"namespace\":\"acme_eu\",\"fields\":["
                + "{\"name\":\"id\",\"type\":\"string\"},"
                + "{\"name\":\"kind\",\"type\":\"string\"},"
                + "{\"name\":\"fee\",\"type\":{\"type\":\"bytes\",\"logicalType\":\"decimal\","
                + "\"precision\":11,\"scale\":3}},"
                + "{\"name\":\"address\",\"type\":{\"type\":\"record\",\"name\":\"pay_ments_address\","
                + "\"fields\":[{\"name\":\"zip\",\"type\":\"string\"}]}},"
                + "{\"name\":\"items\",\"type\":{\"type\":\"array\",\"items\":{\"type\":\"record\","
                + "\"name\":\"pay_ments_items\",\"fields\":["
                + "{\"name\":\"sku\",\"type\":[\"null\",\"string\"]},"
                + "{\"name\":\"price\",\"type\":\"int\"}]}}},"
                + "{\"name\":\"at\",\"type\":\"string\"}]}");
    assertThat(new Schema.Parser().parse(schema.toString())).isEqualTo(schema);
  }

  @Test
  void schemaOfOtherRecords_isMadeOfTheDeclaredTypes() {
    Schema schema =
        new Schema.Parser().parse(ReleaseAvroSchema.of(Plans.release(EVERYTHING, null)));
    assertThat(schema.getField("fee").schema().getType()).isEqualTo(Schema.Type.DOUBLE);
    assertThat(schema.getField("items").schema().getElementType().isNullable()).isTrue();
  }

  @Test
  void namesThatMeet_areToldApart() {
    Output.Field leaf = leaf("x", LogicalType.STRING, new Step.Keep());
    Output.Fields inner = new Output.Fields(List.of(leaf));
    Output.Fields twice =
        new Output.Fields(
            List.of(
                new Output.Field(
                    "a", true, new Output.Fields(List.of(new Output.Field("b", true, inner)))),
                new Output.Field("a_b", true, inner)));
    Schema schema = new Schema.Parser().parse(ReleaseAvroSchema.of(Plans.release(twice, null)));
    assertThat(schema.getField("a_b").schema().getName()).isEqualTo("pay_ments_a_b_2");
  }

  @Test
  void record_isTreatedFieldByField_andTheTokenIsTheKey() throws IOException {
    Run run =
        new Run(
            READER,
            SHAPE,
            EVERYTHING,
            leaf -> leaf.step() instanceof Step.Bucket ? constant("-7.375") : BRACKETS,
            payment());
    GenericRecord read = run.read();
    assertThat(read.toString())
        .startsWith("{\"id\": \"<C1>\", \"kind\": \"PUBLIC\", \"fee\": ")
        .endsWith(
            "\"address\": {\"zip\": \"01234\"}, \"items\": [{\"sku\": \"a\", \"price\": 1},"
                + " {\"sku\": null, \"price\": 2}], \"at\": \"<2026-03-01T08:00:19.000001Z>\"}");
    LogicalTypes.Decimal fee =
        (LogicalTypes.Decimal) run.treater.outputSchema().getField("fee").schema().getLogicalType();
    assertThat(
            new Conversions.DecimalConversion()
                .fromBytes((ByteBuffer) read.get("fee"), READER, fee))
        .isEqualTo(new BigDecimal("-7.375"));
    assertThat(new String(run.key.toByteArray(), StandardCharsets.UTF_8)).isEqualTo("<C1>");
    assertThat(new String(run.value.toByteArray(), StandardCharsets.ISO_8859_1))
        .doesNotContain("MARKER");
  }

  /** A length of 64 takes a second byte, which the text has to make room for. */
  @Test
  void longTexts_keepTheirLengthAndKey() throws IOException {
    for (int length : new int[] {0, 1, 63, 64, 8191, 8192, 100_000}) {
      Output.Fields output = new Output.Fields(List.of(leaf("id", LogicalType.STRING, tokenize())));
      String text = "ü".repeat(length / 2) + "x".repeat(length % 2);
      Run run = new Run(READER, SHAPE, output, leaf -> constant(text), payment());
      assertThat(run.read().get("id").toString()).isEqualTo(text);
      assertThat(new String(run.key.toByteArray(), StandardCharsets.UTF_8)).isEqualTo(text);
    }
  }

  @Test
  void subject_isGivenToAShift_andTheShiftedTimeKeepsItsType() throws IOException {
    List<String> subjects = new ArrayList<>();
    Step shift =
        new Step.Shift(
            5,
            null,
            new Step.KeyRef("acme", "shift"),
            new Step.TokenContext("shift", "agreement:a", ""));
    Output.Fields output = new Output.Fields(List.of(leaf("at", LogicalType.TIMESTAMP, shift)));
    TextTreatment shifted =
        (value, from, to, subject, out) -> {
          subjects.add(
              new String(
                  subject.array(),
                  subject.from(),
                  subject.to() - subject.from(),
                  StandardCharsets.UTF_8));
          return constant("2026-03-03T08:00:19.000001Z").apply(value, from, to, subject, out);
        };
    Run run = new Run(READER, SHAPE, output, leaf -> shifted, payment());
    assertThat(run.read().get("at")).isEqualTo(1_772_352_019_000_001L + 2 * 86_400_000_000L);
    assertThat(subjects).containsExactly("C1");
  }

  @Test
  void refusalOfATreatment_namesTheField() throws IOException {
    Run run =
        new Run(
            READER,
            SHAPE,
            EVERYTHING,
            leaf -> (value, from, to, subject, out) -> Reason.NOT_IN_TABLE,
            payment());
    assertThat(run.rejection).isEqualTo(new Rejection(Reason.NOT_IN_TABLE, FieldPath.of("id")));
  }

  @Test
  void numberThatItsTypeCannotHold_isOutOfRange() throws IOException {
    Schema reader =
        new Schema.Parser()
            .parse(
                "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"n\",\"type\":\"int\"}]}");
    Shape.Fields shape = new Shape.Fields(List.of(shape("n", LogicalType.INTEGER)));
    Output.Fields output =
        new Output.Fields(List.of(leaf("n", LogicalType.INTEGER, new Step.Bucket(BigDecimal.TEN))));
    GenericRecord record = new GenericData.Record(reader);
    record.put("n", Integer.MIN_VALUE);
    Run run = new Run(reader, shape, output, NaiveWay::treatment, record);
    assertThat(run.rejection).isEqualTo(new Rejection(Reason.OUT_OF_RANGE, FieldPath.of("n")));
    record.put("n", -1);
    assertThat(new Run(reader, shape, output, NaiveWay::treatment, record).read().get("n"))
        .isEqualTo(-10);
  }

  @Test
  void redact_writesItsConstantOfTheFieldsType_andNullStaysNull() throws IOException {
    Schema reader =
        new Schema.Parser()
            .parse(
                """
                {"type":"record","name":"R","fields":[
                 {"name":"s","type":"string"},{"name":"i","type":"int"},{"name":"d","type":"double"},
                 {"name":"b","type":["null","boolean"]},{"name":"day","type":{"type":"int","logicalType":"date"}},
                 {"name":"gone","type":["null","string"]},{"name":"nothing","type":"string"}]}
                """);
    List<Output.Field> fields = new ArrayList<>();
    List<Shape.Field> shapes = new ArrayList<>();
    for (String[] one :
        new String[][] {
          {"s", "string", "\"a\\u0062\""},
          {"i", "integer", "-7"},
          {"d", "number", "1.50"},
          {"b", "boolean", "true"},
          {"day", "date", "\"2026-03-01\""},
          {"gone", "string", "\"x\""},
          {"nothing", "string", "null"}
        }) {
      LogicalType type = LogicalType.ofWord(one[1]).orElseThrow();
      shapes.add(new Shape.Field(one[0], false, new Shape.Leaf(type, null)));
      Output.Leaf leaf = new Output.Leaf(FieldPath.of(one[0]), type, type, new Step.Redact(one[2]));
      fields.add(new Output.Field(one[0], false, leaf));
    }
    GenericRecord record = new GenericData.Record(reader);
    record.put("s", "MARKER");
    record.put("i", 1);
    record.put("d", 1.0);
    record.put("b", false);
    record.put("day", 1);
    record.put("nothing", "MARKER");
    Run run =
        new Run(
            reader, new Shape.Fields(shapes), new Output.Fields(fields), leaf -> BRACKETS, record);
    assertThat(run.read().toString())
        .isEqualTo(
            "{\"s\": \"ab\", \"i\": -7, \"d\": 1.5, \"b\": true, \"day\": 20513, \"gone\": null,"
                + " \"nothing\": null}");
  }

  @Test
  void constantOfAnotherType_isRefusedBeforeAnyRecord() {
    Output.Fields output =
        new Output.Fields(
            List.of(leaf("at", LogicalType.TIMESTAMP, new Step.Redact("\"yesterday\""))));
    assertThatThrownBy(() -> new Run(READER, SHAPE, output, leaf -> BRACKETS, payment()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("at:");
  }

  /** As the specification promotes: a long above 2^53 loses digits as a double. */
  @Test
  void promotedNumber_isWhatTheLibraryMakesOfIt() throws IOException {
    String schema =
        "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"n\",\"type\":\"%s\"}]}";
    for (String[] pair :
        new String[][] {
          {"long", "double"}, {"long", "float"}, {"int", "float"}, {"float", "double"}
        }) {
      Schema writer = new Schema.Parser().parse(schema.formatted(pair[0]));
      Schema reader = new Schema.Parser().parse(schema.formatted(pair[1]));
      Shape.Fields shape = new Shape.Fields(List.of(shape("n", LogicalType.NUMBER)));
      ReleasePlan release =
          Plans.release(
              new Output.Fields(List.of(leaf("n", LogicalType.NUMBER, new Step.Keep()))), null);
      ProductPlan plan = Plans.product(shape, release);
      AvroFormat format = new AvroFormat(reader, new AvroAgainstNaiveTest.OneWriter(1, writer));
      AvroTreater treater = new AvroTreater(plan, release, format, null, NaiveWay::treatment);
      GenericRecord record = new GenericData.Record(writer);
      record.put(
          "n",
          pair[0].equals("long")
              ? (Object) ((1L << 53) + 1)
              : pair[0].equals("int") ? (Object) 16_777_217 : (Object) 0.1f);
      byte[] datum = bytes(writer, record);
      Event event =
          new AvroDecoder(plan, format, 1000, 64)
              .decode(new SourceRecord(AvroAgainstNaiveTest.framed(1, datum), 0, 0, 0));
      ByteOutput value = new ByteOutput(8);
      assertThat(treater.treat(event, value, new ByteOutput(8))).isNull();
      assertThat(
              NaiveWay.read(value.toByteArray(), treater.outputSchema(), treater.outputSchema())
                  .get("n"))
          .isEqualTo(NaiveWay.read(datum, writer, reader).get("n"));
    }
  }

  /** Two releases of one event write into their own outputs, again and again. */
  @Test
  void treater_keepsNothingOfARecord() throws IOException {
    ReleasePlan release = Plans.release(EVERYTHING, FieldPath.of("id"));
    ProductPlan plan = Plans.product(SHAPE, release, FieldPath.of("id"), null, null);
    AvroFormat format = new AvroFormat(READER, null);
    AvroDecoder decoder = new AvroDecoder(plan, format, 1000, 64);
    AvroTreater treater =
        new AvroTreater(
            plan,
            release,
            format,
            77,
            l -> l.step() instanceof Step.Bucket ? constant("1") : BRACKETS);
    byte[] source = bytes(READER, payment());
    byte[] first = null;
    for (int i = 0; i < 3; i++) {
      ByteOutput value = new ByteOutput(8);
      assertThat(
              treater.treat(
                  decoder.decode(new SourceRecord(source, 0, 0, 0)), value, new ByteOutput(0)))
          .isNull();
      assertThat(Arrays.copyOf(value.toByteArray(), 5)).containsExactly(0, 0, 0, 0, 77);
      first = first == null ? value.toByteArray() : first;
      assertThat(value.toByteArray()).isEqualTo(Objects.requireNonNull(first));
    }
  }
}
