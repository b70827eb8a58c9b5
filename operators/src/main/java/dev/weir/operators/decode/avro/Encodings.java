package dev.weir.operators.decode.avro;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.operators.record.Reason;
import dev.weir.plan.Shape;
import java.time.ZoneId;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Which Avro types can be read as which type of the product, and how. */
final class Encodings {

  /** Digits, or bytes of a fixed, beyond which a number could cost more than its due. */
  static final int MAX_PRECISION = 1000;

  private static final String LOCAL = "local-";

  private Encodings() {}

  /**
   * How a value of the schema is read as the leaf's type.
   *
   * @param schema no union
   * @return null if it is not that type
   */
  static @Nullable Encoding of(Schema schema, Shape.Leaf leaf, FieldPath field) {
    Refusal wrongType = Refusal.of(Reason.WRONG_TYPE, field);
    return switch (leaf.type()) {
      case STRING -> string(schema);
      case INTEGER -> whole(schema);
      case NUMBER -> number(schema, wrongType);
      case BOOLEAN -> schema.getType() == Schema.Type.BOOLEAN ? new BooleanEncoding() : null;
      case DATE -> date(schema, wrongType);
      case TIMESTAMP -> timestamp(schema, leaf.zone(), wrongType);
      case TIME -> time(schema, wrongType);
      case OBJECT, ARRAY, MAP, VECTOR -> null;
    };
  }

  /** What a product's type may be in Avro, for messages. */
  static String expected(LogicalType type) {
    return switch (type) {
      case STRING -> "string, enum or uuid";
      case INTEGER -> "int or long";
      case NUMBER -> "int, long, float, double or decimal";
      case BOOLEAN -> "boolean";
      case DATE -> "int with logicalType date, or string";
      case TIMESTAMP ->
          "long with logicalType timestamp-millis, -micros or -nanos, string, or a local timestamp"
              + " where the product gives the time zone";
      case TIME -> "string";
      default -> "record or array";
    };
  }

  /** Why a value cannot be read, for messages. */
  static String mismatch(LogicalType type, Schema writer, Schema reader) {
    String said = "the product says " + type.word() + ", the schema " + found(reader);
    return writer.equals(reader)
        ? said + ", which is none of " + expected(type)
        : said + ", and what was written is " + found(writer);
  }

  /** What a schema is, for messages: its type and logical type, no name of the source's. */
  static String found(Schema schema) {
    String type = schema.getType().getName();
    return schema.getLogicalType() == null
        ? type
        : type + " with logicalType " + schema.getLogicalType().getName();
  }

  private static @Nullable Encoding time(Schema schema, Refusal wrongType) {
    return schema.getType() == Schema.Type.STRING
        ? new IsoEncoding(LogicalType.TIME, null, wrongType)
        : null;
  }

  private static @Nullable Encoding string(Schema schema) {
    boolean uuid = schema.getLogicalType() instanceof LogicalTypes.Uuid;
    return switch (schema.getType()) {
      case STRING -> new TextEncoding();
      case ENUM -> new EnumEncoding(schema.getEnumSymbols());
      case FIXED -> uuid && schema.getFixedSize() == UuidEncoding.BYTES ? new UuidEncoding() : null;
      default -> null;
    };
  }

  private static @Nullable Encoding whole(Schema schema) {
    return switch (schema.getType()) {
      case INT -> new WholeEncoding(false);
      case LONG -> new WholeEncoding(true);
      default -> null;
    };
  }

  private static @Nullable Encoding number(Schema schema, Refusal wrongType) {
    boolean plain = schema.getLogicalType() == null;
    return switch (schema.getType()) {
      case INT, LONG -> plain ? whole(schema) : null;
      case FLOAT -> new FloatingEncoding(false, wrongType);
      case DOUBLE -> new FloatingEncoding(true, wrongType);
      case BYTES, FIXED -> decimal(schema, wrongType);
      default -> null;
    };
  }

  private static @Nullable Encoding decimal(Schema schema, Refusal wrongType) {
    if (!(schema.getLogicalType() instanceof LogicalTypes.Decimal decimal)
        || decimal.getPrecision() > MAX_PRECISION
        || (schema.getType() == Schema.Type.FIXED && schema.getFixedSize() > MAX_PRECISION)) {
      return null;
    }
    int scale = decimal.getScale();
    return schema.getType() == Schema.Type.BYTES
        ? DecimalEncoding.ofBytes(scale, decimal.getPrecision(), wrongType)
        : DecimalEncoding.ofFixed(scale, decimal.getPrecision(), schema.getFixedSize(), wrongType);
  }

  private static @Nullable Encoding date(Schema schema, Refusal wrongType) {
    return switch (schema.getType()) {
      case INT ->
          schema.getLogicalType() instanceof LogicalTypes.Date ? new DateEncoding(wrongType) : null;
      case STRING -> new IsoEncoding(LogicalType.DATE, null, wrongType);
      default -> null;
    };
  }

  private static @Nullable Encoding timestamp(
      Schema schema, @Nullable String zoneName, Refusal wrongType) {
    ZoneId zone = zoneName == null ? null : ZoneId.of(zoneName);
    if (schema.getType() == Schema.Type.STRING) {
      return new IsoEncoding(LogicalType.TIMESTAMP, zone, wrongType);
    } else if (schema.getType() != Schema.Type.LONG || schema.getLogicalType() == null) {
      return null;
    }
    String name = schema.getLogicalType().getName();
    boolean local = name.startsWith(LOCAL);
    if (local && zone == null) {
      return null;
    }
    return switch (local ? name.substring(LOCAL.length()) : name) {
      case "timestamp-millis" -> new TimestampEncoding(1_000, local ? zone : null, wrongType);
      case "timestamp-micros" -> new TimestampEncoding(1_000_000, local ? zone : null, wrongType);
      case "timestamp-nanos" ->
          new TimestampEncoding(1_000_000_000, local ? zone : null, wrongType);
      default -> null;
    };
  }
}
