package dev.weir.operators.decode.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.registry.FakeRegistry;
import dev.weir.operators.registry.HttpSchemaRegistry;
import dev.weir.operators.registry.RegistryException;
import dev.weir.operators.registry.RegistrySettings;
import dev.weir.operators.registry.WireFormat;
import dev.weir.operators.treat.avro.Plans;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.junit.jupiter.api.Test;

class AvroDecoderTest {

  private static final long KAFKA_TIME = 1_000_000L;

  private static final Shape.Fields SHAPE =
      new Shape.Fields(
          List.of(
              field("id", true, LogicalType.STRING),
              field("amount", false, LogicalType.NUMBER),
              field("at", false, LogicalType.TIMESTAMP),
              new Shape.Field(
                  "address",
                  false,
                  new Shape.Fields(List.of(field("country", true, LogicalType.STRING)))),
              new Shape.Field(
                  "tags", false, new Shape.Items(new Shape.Leaf(LogicalType.STRING, null)))));

  private static final String FIELDS =
      """
      {"type":"record","name":"Payment","fields":[
       {"name":"id","type":"string"},
       {"name":"secret","type":["null","string"]},
       {"name":"amount","type":["null","double"]},
       {"name":"at","type":["null",{"type":"long","logicalType":"timestamp-millis"}]},
       {"name":"address","type":["null",{"type":"record","name":"A","fields":[
          {"name":"street","type":"string"},{"name":"country","type":["null","string"]}]}]},
       {"name":"tags","type":{"type":"array","items":"string"}}]}
      """;

  private static final Schema SCHEMA = new Schema.Parser().parse(FIELDS);

  private static final ProductPlan PLAN =
      Plans.product(
          SHAPE,
          Plans.release(new Output.Fields(List.of()), null),
          FieldPath.of("id"),
          FieldPath.of("at"),
          FieldPath.of("address", "country"));

  private static Shape.Field field(String name, boolean required, LogicalType type) {
    return new Shape.Field(name, required, new Shape.Leaf(type, null));
  }

  private static GenericRecord payment() {
    GenericRecord record = new GenericData.Record(SCHEMA);
    record.put("id", "P1");
    record.put("secret", "MARKER");
    record.put("amount", 12.5);
    record.put("at", 1_772_352_019_123L);
    record.put("address", address("DE"));
    record.put("tags", List.of("a", "b"));
    return record;
  }

  private static GenericRecord address(String country) {
    GenericRecord address =
        new GenericData.Record(SCHEMA.getField("address").schema().getTypes().get(1));
    address.put("street", "MARKER");
    address.put("country", country);
    return address;
  }

  private static byte[] bytes(Schema schema, Object record) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<>(schema).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  private static Event decode(byte[] value) {
    AvroDecoder decoder = new AvroDecoder(PLAN, new AvroFormat(SCHEMA, null), 1000, 5);
    return decoder.decode(new SourceRecord(value, 3, 7, KAFKA_TIME));
  }

  private static Event decode(GenericRecord record) throws IOException {
    return decode(bytes(SCHEMA, record));
  }

  private static Rejection rejection(Event event) {
    return Objects.requireNonNull(event.rejection());
  }

  @Test
  void timeAndJurisdiction_areTheEventsOwn() throws IOException {
    Event event = decode(payment());
    assertThat(event.rejection()).isNull();
    assertThat(event.eventTime()).isEqualTo(1_772_352_019_123L);
    assertThat(event.jurisdiction()).isZero();
    GenericRecord french = payment();
    french.put("address", address("FR"));
    assertThat(decode(french).jurisdiction()).isEqualTo(1);
    french.put("address", address("F"));
    assertThat(decode(french).jurisdiction()).isEqualTo(Event.OTHER);
    french.put("address", null);
    french.put("at", null);
    assertThat(decode(french).jurisdiction()).isEqualTo(Event.UNKNOWN);
    assertThat(decode(french).eventTime()).isEqualTo(KAFKA_TIME);
  }

  @Test
  void requiredFieldThatIsNull_isMissing() throws IOException {
    GenericRecord record = payment();
    GenericRecord nowhere =
        new GenericData.Record(SCHEMA.getField("address").schema().getTypes().get(1));
    nowhere.put("street", "MARKER");
    record.put("address", nowhere);
    assertThat(rejection(decode(record)))
        .isEqualTo(new Rejection(Reason.MISSING, FieldPath.of("address", "country")));
  }

  @Test
  void valuesThatTheTypeCannotHold_areOfTheWrongType() throws IOException {
    for (Object amount : List.of(Double.NaN, Double.POSITIVE_INFINITY)) {
      GenericRecord record = payment();
      record.put("amount", amount);
      assertThat(rejection(decode(record)))
          .isEqualTo(new Rejection(Reason.WRONG_TYPE, FieldPath.of("amount")));
    }
    GenericRecord record = payment();
    record.put("at", Long.MAX_VALUE);
    assertThat(rejection(decode(record)))
        .isEqualTo(new Rejection(Reason.WRONG_TYPE, FieldPath.of("at")));
  }

  @Test
  void everyCutAndEveryByteMore_isMalformed() throws IOException {
    byte[] whole = bytes(SCHEMA, payment());
    for (int length = 0; length < whole.length; length++) {
      assertThat(rejection(decode(Arrays.copyOf(whole, length))).reason())
          .isEqualTo(Reason.MALFORMED);
    }
    assertThat(rejection(decode(Arrays.copyOf(whole, whole.length + 1))).reason())
        .isEqualTo(Reason.MALFORMED);
  }

  @Test
  void illFormedUtf8InANamedString_isMalformed_andInAnUnnamedOneNobodysBusiness()
      throws IOException {
    byte[] bytes = bytes(SCHEMA, payment());
    bytes[1] = (byte) 0xff;
    assertThat(rejection(decode(bytes)).reason()).isEqualTo(Reason.MALFORMED);
    bytes = bytes(SCHEMA, payment());
    bytes[5] = (byte) 0xff;
    assertThat(decode(bytes).rejection()).isNull();
  }

  @Test
  void recordAboveTheLimit_isMalformed() throws IOException {
    GenericRecord record = payment();
    record.put("secret", "x".repeat(1000));
    assertThat(rejection(decode(record)).reason()).isEqualTo(Reason.MALFORMED);
  }

  /**
   * A count of 2^40 strings, a length of 2^31 - 1, and a block that says another size than it has.
   */
  @Test
  void hugeAndLyingNumbers_areMalformedAtOnce() {
    for (long[] numbers :
        new long[][] {
          {2, 'P' / 2, 0, 0, 0, 0, 1L << 40},
          {2, 'P' / 2, 0, 0, 0, 0, 1, Integer.MAX_VALUE},
          {2, 'P' / 2, 0, 0, 0, 0, -1, 5, 0, 0},
          {2, 'P' / 2, 0, 0, 0, 0, Long.MIN_VALUE, 1, 0},
          {2, 'P' / 2, 2},
          {2, 'P' / 2, -1},
          {-5}
        }) {
      byte[] out = new byte[100];
      int at = 0;
      for (long number : numbers) {
        at = Varint.write(number, out, at);
      }
      assertThat(rejection(decode(Arrays.copyOf(out, at))).reason()).isEqualTo(Reason.MALFORMED);
    }
  }

  @Test
  void typesWithinOneAnother_areWalkedNoDeeperThanTheLimit() throws IOException {
    Schema tree =
        new Schema.Parser()
            .parse(
                """
                {"type":"record","name":"T","fields":[{"name":"id","type":"string"},
                 {"name":"below","type":["null","T"]}]}
                """);
    Shape.Fields shape = new Shape.Fields(List.of(field("id", true, LogicalType.STRING)));
    ProductPlan plan = Plans.product(shape, Plans.release(new Output.Fields(List.of()), null));
    AvroDecoder decoder = new AvroDecoder(plan, new AvroFormat(tree, null), 1 << 20, 5);
    GenericRecord record = null;
    for (int depth = 1; depth < 9; depth++) {
      GenericRecord above = new GenericData.Record(tree);
      above.put("id", "x");
      above.put("below", record);
      record = above;
      Event event = decoder.decode(new SourceRecord(bytes(tree, record), 0, 0, 0));
      assertThat(event.rejection() == null).isEqualTo(depth <= 5);
    }
    byte[] endless = new byte[1 << 20];
    for (int i = 0; i < endless.length; i += 2) {
      endless[i + 1] = 2;
    }
    assertThat(rejection(decoder.decode(new SourceRecord(endless, 0, 0, 0))).reason())
        .isEqualTo(Reason.MALFORMED);
  }

  /** A type that doubles with every level, and takes no bytes: 2^60 fields to walk if one tried. */
  @Test
  void emptyTypesThatDouble_takeNoTime() {
    StringBuilder schema =
        new StringBuilder(
            "{\"type\":\"record\",\"name\":\"R\",\"fields\":[{\"name\":\"id\",\"type\":\"string\"},{\"name\":\"x\",\"type\":");
    schema.append("{\"type\":\"record\",\"name\":\"D0\",\"fields\":[");
    for (int i = 1; i < 60; i++) {
      schema
          .append("{\"name\":\"a\",\"type\":{\"type\":\"record\",\"name\":\"D")
          .append(i)
          .append("\",\"fields\":[");
    }
    for (int i = 59; i > 0; i--) {
      schema.append("]}},{\"name\":\"b\",\"type\":\"D").append(i).append("\"}");
    }
    schema.append("]}},{\"name\":\"all\",\"type\":{\"type\":\"array\",\"items\":\"D0\"}}]}");
    Schema doubling = new Schema.Parser().parse(schema.toString());
    Shape.Fields shape = new Shape.Fields(List.of(field("id", true, LogicalType.STRING)));
    ProductPlan plan = Plans.product(shape, Plans.release(new Output.Fields(List.of()), null));
    AvroDecoder decoder = new AvroDecoder(plan, new AvroFormat(doubling, null), 1 << 20, 64);
    byte[] datum = new byte[20];
    int at = Varint.write(1L << 60, datum, 1);
    Event event = decoder.decode(new SourceRecord(Arrays.copyOf(datum, at + 1), 0, 0, 0));
    assertThat(event.rejection()).isNull();
  }

  @Test
  void productAndSchemaThatDisagree_areToldApartByName() {
    Schema other =
        new Schema.Parser()
            .parse(
                """
                {"type":"record","name":"Payment","fields":[
                 {"name":"id","type":["int","string"]},
                 {"name":"amount","type":"bytes"},
                 {"name":"at","type":{"type":"long","logicalType":"local-timestamp-millis"}},
                 {"name":"address","type":{"type":"map","values":"string"}}]}
                """);
    List<SchemaFault> faults = AvroFormat.faults(PLAN, other);
    assertThat(faults.stream().map(fault -> String.valueOf(fault.field())))
        .containsExactlyInAnyOrder("id", "amount", "at", "address", "tags");
    assertThatThrownBy(() -> new AvroDecoder(PLAN, new AvroFormat(other, null), 1000, 5))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void confluentRecords_areReadByTheWritersSchema_askedForOnce() throws IOException {
    try (FakeRegistry fake = FakeRegistry.start()) {
      Schema older = new Schema.Parser().parse(FIELDS.replace("\"double\"", "\"int\""));
      int id = fake.put("payments-value", older.toString());
      AvroDecoder decoder = decoder(fake);
      GenericRecord record = new GenericData.Record(older);
      payment().getSchema().getFields().forEach(f -> record.put(f.name(), payment().get(f.name())));
      record.put("amount", 12);
      for (int i = 0; i < 3; i++) {
        assertThat(decoder.decode(framed(id, bytes(older, record))).rejection()).isNull();
      }
      assertThat(fake.requests).hasSize(1);
    }
  }

  @Test
  void breakingWriter_deadLettersItsOwnRecordsOnly() throws IOException {
    try (FakeRegistry fake = FakeRegistry.start()) {
      int good = fake.put("payments-value", FIELDS);
      int wrongType = fake.put("payments-value", FIELDS.replace("\"double\"", "\"string\""));
      int wrongUnit =
          fake.put("payments-value", FIELDS.replace("timestamp-millis", "timestamp-micros"));
      int lacking = fake.put("payments-value", FIELDS.replace("\"id\"", "\"key\""));
      int noSchema = fake.put("payments-value", "{\"type\":\"MARKER\"}");
      int proto =
          fake.put("payments-value", Map.of("schema", "message M {}", "schemaType", "PROTOBUF"));
      AvroDecoder decoder = decoder(fake);
      byte[] datum = bytes(SCHEMA, payment());
      assertThat(decoder.decode(framed(good, datum)).rejection()).isNull();
      assertThat(rejection(decoder.decode(framed(wrongType, datum))))
          .isEqualTo(new Rejection(Reason.SCHEMA, FieldPath.of("amount")));
      assertThat(rejection(decoder.decode(framed(wrongUnit, datum))))
          .isEqualTo(new Rejection(Reason.SCHEMA, FieldPath.of("at")));
      assertThat(rejection(decoder.decode(framed(lacking, datum))))
          .isEqualTo(new Rejection(Reason.MISSING, FieldPath.of("id")));
      for (int id : List.of(noSchema, proto, 999)) {
        assertThat(rejection(decoder.decode(framed(id, datum))))
            .isEqualTo(Rejection.of(Reason.SCHEMA));
      }
      assertThat(decoder.decode(framed(good, datum)).rejection()).isNull();
    }
  }

  @Test
  void recordsWithoutTheHeader_areMalformed() throws IOException {
    try (FakeRegistry fake = FakeRegistry.start()) {
      AvroDecoder decoder = decoder(fake);
      for (byte[] value : new byte[][] {{0}, {0, 0, 0, 1}, {1, 0, 0, 0, 1, 0}}) {
        assertThat(rejection(decoder.decode(new SourceRecord(value, 0, 0, 0))).reason())
            .isEqualTo(Reason.MALFORMED);
      }
      assertThat(fake.requests).isEmpty();
    }
  }

  @Test
  void registryThatIsAway_isNoFaultOfTheRecord() throws IOException {
    try (FakeRegistry fake = FakeRegistry.start()) {
      int id = fake.put("payments-value", FIELDS);
      AvroDecoder decoder = decoder(fake);
      byte[] datum = bytes(SCHEMA, payment());
      fake.failures.set(100);
      assertThatThrownBy(() -> decoder.decode(framed(id, datum)))
          .isInstanceOf(RegistryException.class);
      fake.failures.set(0);
      assertThat(decoder.decode(framed(id, datum)).rejection()).isNull();
    }
  }

  @Test
  void unknownId_isAskedForAgainAfterAWhile_andIdsFillNoMemory() throws IOException {
    try (FakeRegistry fake = FakeRegistry.start()) {
      AtomicLong nanos = new AtomicLong();
      Layout layout = Layout.of(SHAPE);
      WriterPrograms programs =
          WriterPrograms.registered(layout, SCHEMA, registry(fake), nanos::get);
      assertThat(programs.of(1).program()).isNull();
      assertThat(programs.of(1).program()).isNull();
      assertThat(fake.requests).hasSize(1);
      fake.put("payments-value", FIELDS);
      nanos.addAndGet(31_000_000_000L);
      assertThat(programs.of(1).program()).isNotNull();
      for (int id = 2; id < 1500; id++) {
        assertThat(programs.of(id).program()).isNull();
      }
      assertThat(programs.size()).isEqualTo(1000);
    }
  }

  private static HttpSchemaRegistry registry(FakeRegistry fake) {
    return new HttpSchemaRegistry(
        RegistrySettings.of(fake.url(), Map.of("max.retries", "0", "request.timeout.ms", "5000")));
  }

  private static AvroDecoder decoder(FakeRegistry fake) {
    return new AvroDecoder(PLAN, new AvroFormat(SCHEMA, registry(fake)), 1000, 5);
  }

  private static SourceRecord framed(int id, byte[] datum) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(WireFormat.header(id));
    out.writeBytes(datum);
    return new SourceRecord(out.toByteArray(), 0, 0, KAFKA_TIME);
  }
}
