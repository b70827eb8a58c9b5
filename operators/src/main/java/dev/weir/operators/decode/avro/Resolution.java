package dev.weir.operators.decode.avro;

import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Avro's schema resolution of values that are neither records, arrays nor unions, narrowed: where
 * both sides give a logical type they must mean the same, since resolution would read the one's
 * milliseconds as the other's microseconds.
 */
final class Resolution {

  private Resolution() {}

  /**
   * The schema by which a writer's value is read for a reader.
   *
   * @return null if it cannot be
   */
  static @Nullable Schema effective(Schema writer, Schema reader) {
    boolean written = writer.getLogicalType() != null;
    boolean asked = reader.getLogicalType() != null;
    if (written && asked && !same(writer.getLogicalType(), reader.getLogicalType())) {
      return null;
    }
    if (writer.getType() == reader.getType()) {
      return sameType(writer, reader);
    }
    return switch (reader.getType()) {
      case LONG -> writer.getType() == Schema.Type.INT ? reader : null;
      case FLOAT, DOUBLE -> written || asked ? null : floating(writer, reader);
      case STRING -> writer.getType() == Schema.Type.BYTES && !written ? reader : null;
      default -> null;
    };
  }

  private static @Nullable Schema sameType(Schema writer, Schema reader) {
    return switch (reader.getType()) {
      case FIXED -> writer.getFixedSize() == reader.getFixedSize() ? reader : null;
      case ENUM -> writer;
      default -> reader;
    };
  }

  private static @Nullable Schema floating(Schema writer, Schema reader) {
    return switch (writer.getType()) {
      case INT, LONG -> writer;
      case FLOAT -> reader.getType() == Schema.Type.DOUBLE ? writer : null;
      default -> null;
    };
  }

  /** The precision of a decimal changes nothing in how it is read. */
  private static boolean same(LogicalType one, LogicalType other) {
    if (one instanceof LogicalTypes.Decimal a && other instanceof LogicalTypes.Decimal b) {
      return a.getScale() == b.getScale();
    }
    return one.equals(other);
  }
}
