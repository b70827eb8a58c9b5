package dev.weir.operators.treat.avro;

import dev.weir.operators.bytes.ByteOutput;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Writes canonical text as a value of an Avro type. */
final class TextType {

  private static final long NANOS = 1_000_000_000L;
  private static final String LOCAL = "local-";

  private final Schema type;

  TextType(Schema type) {
    this.type = type;
  }

  boolean isString() {
    return type.getType() == Schema.Type.STRING;
  }

  /**
   * Appends the value.
   *
   * @return false if the type cannot hold it; what was appended means nothing then
   */
  boolean write(byte[] bytes, int from, int to, ByteOutput out) {
    if (isString()) {
      Numbers.prefixed(bytes, from, to, out);
      return true;
    }
    try {
      written(new String(bytes, from, to - from, StandardCharsets.UTF_8), out);
      return true;
    } catch (ArithmeticException | NumberFormatException | DateTimeException unfit) {
      return false;
    }
  }

  private void written(String text, ByteOutput out) {
    switch (type.getType()) {
      case INT, LONG -> Numbers.writeLong(whole(text), out);
      case FLOAT -> Numbers.writeFloat(finite(Float.parseFloat(text)), out);
      case DOUBLE -> Numbers.writeDouble(finite(Double.parseDouble(text)), out);
      case BOOLEAN -> out.write(bool(text));
      case BYTES -> decimal(new BigDecimal(text), out);
      default -> throw new ArithmeticException();
    }
  }

  private long whole(String text) {
    String logical = type.getLogicalType() == null ? "" : type.getLogicalType().getName();
    long number = isNumber(text) ? new BigDecimal(text).longValueExact() : time(text, logical);
    return type.getType() == Schema.Type.INT ? Math.toIntExact(number) : number;
  }

  /** Digits only: a date has hyphens inside. */
  private static boolean isNumber(String text) {
    return text.lastIndexOf('-') <= 0;
  }

  private static long time(String text, String logical) {
    if (logical.equals("date")) {
      return LocalDate.parse(text).toEpochDay();
    }
    boolean local = logical.startsWith(LOCAL);
    LocalDateTime time =
        local
            ? LocalDateTime.parse(text)
            : OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    long unit = unit(local ? logical.substring(LOCAL.length()) : logical);
    long seconds = Math.multiplyExact(time.toEpochSecond(ZoneOffset.UTC), unit);
    return Math.addExact(seconds, time.getNano() / (NANOS / unit));
  }

  private static long unit(String logical) {
    return switch (logical) {
      case "timestamp-millis" -> 1_000L;
      case "timestamp-micros" -> 1_000_000L;
      case "timestamp-nanos" -> NANOS;
      default -> throw new ArithmeticException();
    };
  }

  private static double finite(double number) {
    if (!Double.isFinite(number)) {
      throw new ArithmeticException();
    }
    return number;
  }

  private static float finite(float number) {
    if (!Float.isFinite(number)) {
      throw new ArithmeticException();
    }
    return number;
  }

  private static int bool(String text) {
    return switch (text) {
      case "true" -> 1;
      case "false" -> 0;
      default -> throw new ArithmeticException();
    };
  }

  private void decimal(BigDecimal number, ByteOutput out) {
    int scale = ((LogicalTypes.Decimal) type.getLogicalType()).getScale();
    byte[] unscaled = number.setScale(scale).unscaledValue().toByteArray();
    Numbers.prefixed(unscaled, 0, unscaled.length, out);
  }
}
