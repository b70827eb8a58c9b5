package dev.weir.bench.naive;

import dev.weir.bench.orders.OrderAvro;
import dev.weir.bench.orders.OrderPolicy;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** By way of {@code GenericRecord}. */
final class NaiveAvro implements NaiveTreatment {

  private static final Schema OUTPUT =
      Schema.createRecord(
          "orders",
          null,
          OrderPolicy.PARTNER,
          false,
          OrderAvro.SCHEMA.getFields().stream()
              .filter(field -> !OrderPolicy.DROPPED.contains(field.name()))
              .map(field -> new Schema.Field(field.name(), field.schema()))
              .toList());

  private final GenericDatumReader<GenericRecord> reader =
      new GenericDatumReader<>(OrderAvro.SCHEMA);
  private final GenericDatumWriter<GenericRecord> writer = new GenericDatumWriter<>(OUTPUT);
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
  private final NaiveTokens tokens;
  private @Nullable BinaryDecoder decoder;
  private @Nullable BinaryEncoder encoder;
  private @Nullable GenericRecord order;

  NaiveAvro(NaiveTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Treated treat(byte[] record) throws IOException, GeneralSecurityException {
    decoder = DecoderFactory.get().binaryDecoder(record, decoder);
    order = reader.read(order, decoder);
    GenericRecord out = new GenericData.Record(OUTPUT);
    for (Schema.Field field : OUTPUT.getFields()) {
      out.put(field.pos(), treated(field.name(), order.get(field.name())));
    }
    byte[] key = out.get(OrderPolicy.SUBJECT).toString().getBytes(StandardCharsets.US_ASCII);
    return new Treated(key, written(out));
  }

  private Object treated(String field, Object value) throws GeneralSecurityException {
    if (OrderPolicy.TOKENS.contains(field)) {
      return tokens.token(field, value.toString());
    }
    return switch (field) {
      case OrderPolicy.ZIP -> value.toString().substring(0, OrderPolicy.ZIP_LENGTH);
      case OrderPolicy.BIRTH_DATE -> value.toString().substring(0, OrderPolicy.YEAR_LENGTH);
      default -> value;
    };
  }

  private byte[] written(GenericRecord out) throws IOException {
    bytes.reset();
    encoder = EncoderFactory.get().binaryEncoder(bytes, encoder);
    writer.write(out, encoder);
    encoder.flush();
    return bytes.toByteArray();
  }
}
