package dev.weir.local.charges;

import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import dev.weir.metering.focus.FocusTable;
import dev.weir.metering.focus.FocusTable.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;

/**
 * A column in Parquet. The types are the same in every file, so that files of many months are one
 * table: numbers are DECIMAL(38, 18), times TIMESTAMP in microseconds and UTC.
 */
record FocusColumnForm(String id, Kind kind, boolean required) {

  static final int PRECISION = 38;
  static final int SCALE = 18;
  private static final int DECIMAL_BYTES = 16;

  static FocusColumnForm of(FocusTable table, String id) {
    return new FocusColumnForm(id, table.kind(id), table.required(id));
  }

  PrimitiveType type() {
    Repetition repetition = required ? Repetition.REQUIRED : Repetition.OPTIONAL;
    return switch (kind) {
      case TEXT ->
          Types.primitive(BINARY, repetition).as(LogicalTypeAnnotation.stringType()).named(id);
      case WHOLE -> Types.primitive(INT64, repetition).named(id);
      case TIME ->
          Types.primitive(INT64, repetition)
              .as(LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS))
              .named(id);
      case DECIMAL ->
          Types.primitive(FIXED_LEN_BYTE_ARRAY, repetition)
              .length(DECIMAL_BYTES)
              .as(LogicalTypeAnnotation.decimalType(SCALE, PRECISION))
              .named(id);
    };
  }

  /**
   * @throws ArithmeticException if a number has more digits than the type takes: none is dropped
   */
  void write(String cell, RecordConsumer to) {
    switch (kind) {
      case TEXT -> to.addBinary(Binary.fromString(cell));
      case WHOLE -> to.addLong(Long.parseLong(cell));
      case TIME -> to.addLong(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(cell)));
      case DECIMAL -> to.addBinary(decimal(new BigDecimal(cell)));
    }
  }

  private static Binary decimal(BigDecimal number) {
    BigDecimal scaled = number.setScale(SCALE);
    if (scaled.precision() > PRECISION) {
      throw new ArithmeticException("a number has more than 20 digits before the point");
    }
    byte[] digits = scaled.unscaledValue().toByteArray();
    byte[] padded = new byte[DECIMAL_BYTES];
    Arrays.fill(padded, (byte) (scaled.signum() < 0 ? -1 : 0));
    System.arraycopy(digits, 0, padded, DECIMAL_BYTES - digits.length, digits.length);
    return Binary.fromConstantByteArray(padded);
  }
}
