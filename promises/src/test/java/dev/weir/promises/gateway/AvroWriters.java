package dev.weir.promises.gateway;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Writers of payments, each with another schema, and the reader of what leaves: Avro's own. */
final class AvroWriters {

  private static final String TIME = "{\"type\":\"long\",\"logicalType\":\"timestamp-millis\"}";

  static final String FIRST =
      record(
          field("payment_id", "\"string\""),
          field("customer_id", "\"string\""),
          field("amount", "\"double\""),
          field("occurred_at", TIME));

  /** Another order, a field more, and a smaller number: all of which Avro resolves. */
  static final String COMPATIBLE =
      record(
          field("note", "\"string\""),
          field("occurred_at", TIME),
          field("amount", "\"int\""),
          field("customer_id", "\"string\""),
          field("payment_id", "\"string\""));

  /** A record that other schemas refer to by its name. */
  static final String NOTE =
      "{\"type\":\"record\",\"name\":\"Note\",\"namespace\":\"shop\",\"fields\":["
          + field("text", "\"string\"")
          + "]}";

  /** {@link #FIRST} and a {@link #NOTE}, which stands elsewhere. */
  static final String REFERRING =
      record(
          field("payment_id", "\"string\""),
          field("note", "\"shop.Note\""),
          field("customer_id", "\"string\""),
          field("amount", "\"double\""),
          field("occurred_at", TIME));

  /** What was a number is a text. */
  static final String BREAKING =
      record(
          field("payment_id", "\"string\""),
          field("customer_id", "\"string\""),
          field("amount", "\"string\""),
          field("occurred_at", TIME));

  private AvroWriters() {}

  private static String record(String... fields) {
    return "{\"type\":\"record\",\"name\":\"Payment\",\"namespace\":\"shop\",\"fields\":["
        + String.join(",", fields)
        + "]}";
  }

  private static String field(String name, String type) {
    return "{\"name\":\"" + name + "\",\"type\":" + type + "}";
  }

  /** So many payments of one customer, from a number on: bare data. */
  static List<byte[]> payments(String schema, int from, int count) {
    return IntStream.range(from, from + count).mapToObj(n -> bytes(schema, n)).toList();
  }

  /** As above, in the wire format. */
  static List<byte[]> payments(String schema, int id, int from, int count) {
    return payments(schema, from, count).stream().map(datum -> wire(id, datum)).toList();
  }

  /** One payment of each of so many customers, in the wire format. */
  static List<byte[]> ofCustomers(String schema, int id, int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> wire(id, bytes(schema, n, "Customer " + n)))
        .toList();
  }

  static byte[] wire(int id, byte[] datum) {
    return ByteBuffer.allocate(5 + datum.length).put((byte) 0).putInt(id).put(datum).array();
  }

  private static byte[] bytes(String json, int number) {
    return bytes(json, number, "Erika");
  }

  private static byte[] bytes(String json, int number, String customer) {
    Schema.Parser parser = new Schema.Parser();
    Schema note = parser.parse(NOTE);
    Schema schema = parser.parse(json);
    GenericRecord record = new GenericData.Record(schema);
    record.put("payment_id", "P" + number);
    record.put("customer_id", customer);
    record.put("amount", amount(schema.getField("amount").schema().getType(), number));
    record.put("occurred_at", Instant.parse("2026-06-01T08:00:00Z").toEpochMilli());
    if (schema.getField("note") != null) {
      record.put("note", note(note, schema.getField("note").schema()));
    }
    try {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
      new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
      encoder.flush();
      return out.toByteArray();
    } catch (IOException inMemory) {
      throw new AssertionError(inMemory);
    }
  }

  private static Object note(Schema note, Schema wanted) {
    String text = "nothing to see";
    return wanted.equals(note) ? new GenericRecordBuilder(note).set("text", text).build() : text;
  }

  private static Object amount(Schema.Type type, int number) {
    return switch (type) {
      case INT -> number;
      case STRING -> "much";
      default -> number + 0.5;
    };
  }

  static GenericRecord read(String schema, ByteBuffer datum) throws IOException {
    byte[] bytes = new byte[datum.remaining()];
    datum.get(bytes);
    return new GenericDatumReader<GenericRecord>(new Schema.Parser().parse(schema))
        .read(null, DecoderFactory.get().binaryDecoder(bytes, null));
  }
}
