package dev.weir.operators.treat.avro;

import dev.weir.operators.treat.CellCounter;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.jspecify.annotations.Nullable;

/** Counts the cells of data of a release's Avro schema. */
public final class AvroCells implements CellCounter {

  private final Schema schema;
  private final int before;
  private @Nullable BinaryDecoder decoder;

  /**
   * @param before bytes ahead of each datum, as a registry's id of the schema
   */
  public AvroCells(Schema schema, int before) {
    this.schema = schema;
    this.before = before;
  }

  @Override
  public int cells(byte[] value) {
    BinaryDecoder in =
        DecoderFactory.get().binaryDecoder(value, before, value.length - before, decoder);
    decoder = in;
    try {
      return cells(schema, in);
    } catch (IOException inMemory) {
      throw new UncheckedIOException(inMemory);
    }
  }

  private static int cells(Schema type, BinaryDecoder in) throws IOException {
    return switch (type.getType()) {
      case RECORD -> fields(type, in);
      case ARRAY -> items(type.getElementType(), in);
      case UNION -> cells(type.getTypes().get(in.readIndex()), in);
      case NULL -> 0;
      default -> {
        skip(type, in);
        yield 1;
      }
    };
  }

  private static int fields(Schema type, BinaryDecoder in) throws IOException {
    int cells = 0;
    for (Schema.Field field : type.getFields()) {
      cells += cells(field.schema(), in);
    }
    return cells;
  }

  private static int items(Schema item, BinaryDecoder in) throws IOException {
    int cells = 0;
    for (long n = in.readArrayStart(); n > 0; n = in.arrayNext()) {
      for (long i = 0; i < n; i++) {
        cells += cells(item, in);
      }
    }
    return cells;
  }

  private static void skip(Schema type, BinaryDecoder in) throws IOException {
    switch (type.getType()) {
      case STRING -> in.skipString();
      case BYTES -> in.skipBytes();
      case FIXED -> in.skipFixed(type.getFixedSize());
      case BOOLEAN -> in.readBoolean();
      case INT, ENUM -> in.readInt();
      case LONG -> in.readLong();
      case FLOAT -> in.skipFixed(Float.BYTES);
      case DOUBLE -> in.skipFixed(Double.BYTES);
      default -> throw new IllegalStateException("no release has a value of " + type.getType());
    }
  }
}
