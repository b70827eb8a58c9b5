package dev.weir.promises.leak;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** The same payments in Avro, as far as Avro lets them be wrong. */
final class AvroPayments {

  private final Schema schema;

  AvroPayments() throws IOException {
    schema = new Schema.Parser().parse(Shared.text("payment.avsc"));
  }

  /** A good one, those that do not leave, and bytes that are none. */
  List<byte[]> all() throws IOException {
    byte[] good = bytes(good());
    return List.of(
        good,
        bytes(with("shop", "zq7xk-other")),
        bytes(with("customer_id", null)),
        bytes(with("country", "zq7xk")),
        bytes(with("occurred_at", Instant.parse("2025-12-31T23:59:59Z").toEpochMilli())),
        Arrays.copyOf(good, good.length - 3),
        "zq7xk".getBytes(StandardCharsets.UTF_8));
  }

  GenericRecord good() {
    GenericRecord record = new GenericData.Record(schema);
    record.put("payment_id", "kw9vj-1");
    record.put("customer_id", "zq7xk-customer");
    record.put("name", "zq7xk-name");
    record.put("email", "zq7xk@example.com");
    record.put("phone", "+49zq7xk");
    record.put("national_id", 918_273_645_019L);
    record.put("birth_date", (int) LocalDate.parse("1917-03-13").toEpochDay());
    record.put("shipped", (int) LocalDate.parse("2026-06-02").toEpochDay());
    record.put("shop", "zq7xk-shop");
    Schema channel = schema.getField("channel").schema().getTypes().get(1);
    record.put("channel", new GenericData.EnumSymbol(channel, "ONLINE"));
    record.put("country", "DE");
    record.put("occurred_at", Instant.parse("2026-06-01T08:00:00Z").toEpochMilli());
    record.put("zq7xk_undeclared", "zq7xk");
    return record;
  }

  private GenericRecord with(String field, @Nullable Object value) {
    GenericRecord record = good();
    record.put(field, value);
    return record;
  }

  private byte[] bytes(GenericRecord record) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
    encoder.flush();
    return out.toByteArray();
  }

  /** A container file of good ones. */
  void write(Path file, int records) throws IOException {
    try (DataFileWriter<GenericRecord> writer =
        new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
      writer.setMeta("zq7xk-meta", "zq7xk").create(schema, file.toFile());
      for (int i = 0; i < records; i++) {
        writer.append(good());
      }
    }
  }
}
