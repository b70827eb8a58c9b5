package dev.weir.operators.treat.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.Conversions;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Draws data of a schema, in the library's generic form, and encodes them with the library. */
final class RandomData {

  private static final String[] WORDS = {"", "a", "Zoë", "日本語", "😀😀", "x".repeat(70), "\"\\\n"};

  private final Random random;
  private final boolean small;

  RandomData(Random random) {
    this(random, false);
  }

  /**
   * @param small whether all whole numbers are exact as floats too
   */
  RandomData(Random random, boolean small) {
    this.random = random;
    this.small = small;
  }

  @Nullable Object of(Schema schema) {
    return of(schema, 0);
  }

  private @Nullable Object of(Schema schema, int depth) {
    return switch (schema.getType()) {
      case NULL -> null;
      case BOOLEAN -> random.nextBoolean();
      case INT -> schema.getLogicalType() == null ? anyInt() : random.nextInt(60_000) - 10_000;
      case LONG -> schema.getLogicalType() == null ? anyLong() : time(schema.getLogicalType());
      case FLOAT -> (float) random.nextInt(2_000_000) / 64 - 10_000;
      case DOUBLE -> (double) random.nextInt(2_000_000) / 64 - 10_000;
      case BYTES -> ByteBuffer.wrap(bytes(schema, random.nextInt(20)));
      case STRING -> string(schema);
      case FIXED -> new GenericData.Fixed(schema, bytes(schema, schema.getFixedSize()));
      case ENUM ->
          new GenericData.EnumSymbol(
              schema, schema.getEnumSymbols().get(random.nextInt(schema.getEnumSymbols().size())));
      case ARRAY -> array(schema, depth);
      case MAP -> map(schema, depth);
      case UNION -> union(schema, depth);
      case RECORD -> record(schema, depth);
    };
  }

  private int anyInt() {
    return small || random.nextBoolean() ? random.nextInt(300) - 100 : random.nextInt() / 2;
  }

  private long anyLong() {
    return small || random.nextBoolean() ? random.nextInt(300) - 100 : random.nextLong() / 2;
  }

  /** From 1950 to 2100. */
  private long time(LogicalType type) {
    long units =
        type.getName().endsWith("millis")
            ? 1_000L
            : type.getName().endsWith("micros") ? 1_000_000L : 1_000_000_000L;
    long second = random.nextInt() + 1_500_000_000L;
    return second * units
        + (random.nextBoolean() ? 0 : random.nextInt((int) Math.min(units, 1000)));
  }

  private byte[] bytes(Schema schema, int size) {
    if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
      BigDecimal number = new BigDecimal(BigInteger.valueOf(random.nextInt()), decimal.getScale());
      return schema.getType() == Schema.Type.BYTES
          ? new Conversions.DecimalConversion().toBytes(number, schema, decimal).array()
          : new Conversions.DecimalConversion().toFixed(number, schema, decimal).bytes();
    }
    byte[] bytes = new byte[size];
    random.nextBytes(bytes);
    return bytes;
  }

  private String string(Schema schema) {
    if (schema.getProp("iso") != null) {
      return iso(schema.getProp("iso").equals("date"));
    }
    return schema.getLogicalType() instanceof LogicalTypes.Uuid
        ? new UUID(random.nextLong(), random.nextLong()).toString()
        : WORDS[random.nextInt(WORDS.length)];
  }

  private List<@Nullable Object> array(Schema schema, int depth) {
    List<@Nullable Object> items = new ArrayList<>();
    for (int i = random.nextInt(depth > 6 ? 1 : 4); i > 0; i--) {
      items.add(of(schema.getElementType(), depth + 1));
    }
    return items;
  }

  private Map<String, @Nullable Object> map(Schema schema, int depth) {
    Map<String, @Nullable Object> entries = new HashMap<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      entries.put("k" + i, of(schema.getValueType(), depth + 1));
    }
    return entries;
  }

  private @Nullable Object union(Schema schema, int depth) {
    List<Schema> types = schema.getTypes();
    Schema picked =
        depth > 6 && schema.isNullable()
            ? Schema.create(Schema.Type.NULL)
            : types.get(random.nextInt(types.size()));
    return of(picked, depth + 1);
  }

  private GenericRecord record(Schema schema, int depth) {
    GenericRecord record = new GenericData.Record(schema);
    for (Schema.Field field : schema.getFields()) {
      record.put(field.pos(), of(field.schema(), depth + 1));
    }
    return record;
  }

  /** A date or an instant, as its text. */
  private String iso(boolean date) {
    return date
        ? LocalDate.ofEpochDay(random.nextInt(60_000)).toString()
        : Instant.ofEpochSecond(random.nextInt() & 0x7fff_ffffL).toString();
  }

  /** With arrays and maps in one block, or in several that tell their size. */
  byte[] encoded(Schema schema, @Nullable Object datum) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BinaryEncoder encoder =
        random.nextBoolean()
            ? EncoderFactory.get().binaryEncoder(out, null)
            : new EncoderFactory().configureBlockSize(64).blockingBinaryEncoder(out, null);
    new GenericDatumWriter<>(schema).write(datum, encoder);
    encoder.flush();
    return out.toByteArray();
  }
}
