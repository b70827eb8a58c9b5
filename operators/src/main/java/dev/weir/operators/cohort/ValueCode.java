package dev.weir.operators.cohort;

import dev.weir.config.LogicalType;
import dev.weir.operators.rfc3339.Dates;
import dev.weir.operators.rfc3339.Times;
import dev.weir.plan.Output;
import dev.weir.plan.Step;
import dev.weir.privacy.crowd.Values;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A number for each value of a sensitive field: the same for values that say the same however they
 * are written, and for numbers and times in their order. Two values that share one (numbers that
 * are no different as doubles; others with a chance of 2<sup>-64</sup>) make a crowd less diverse
 * than it is, never more. Confined to one thread.
 */
public final class ValueCode {

  private static final int LONGEST_NUMBER = 1000;

  private final Kind kind;
  private final @Nullable ZoneId zone;
  private final MessageDigest sha256;

  private enum Kind {
    NUMBER,
    DAY,
    INSTANT,
    DIGITS,
    TEXT
  }

  private ValueCode(Kind kind, @Nullable ZoneId zone) {
    this.kind = kind;
    this.zone = zone;
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Of what a leaf lets out. */
  public static ValueCode of(Output.Leaf leaf, @Nullable ZoneId zone) {
    if (leaf.step() instanceof Step.Round) {
      return new ValueCode(Kind.DIGITS, zone);
    } else if (leaf.step() instanceof Step.Bucket) {
      return new ValueCode(Kind.NUMBER, zone);
    }
    boolean itself = leaf.step() instanceof Step.Keep || leaf.step() instanceof Step.Shift;
    return new ValueCode(itself ? kind(leaf.from()) : Kind.TEXT, zone);
  }

  private static Kind kind(LogicalType type) {
    return switch (type) {
      case INTEGER, NUMBER -> Kind.NUMBER;
      case DATE -> Kind.DAY;
      case TIMESTAMP -> Kind.INSTANT;
      default -> Kind.TEXT;
    };
  }

  /** Of a value in its canonical text. */
  public long code(byte[] text, int from, int to) {
    long code =
        switch (kind) {
          case NUMBER -> number(text, from, to);
          case DAY -> Dates.day(text, from, to);
          case INSTANT -> Times.millis(text, from, to, zone);
          case DIGITS -> digits(text, from, to);
          case TEXT -> Dates.NONE;
        };
    return code == Dates.NONE ? hash(text, from, to) : code;
  }

  private static long number(byte[] text, int from, int to) {
    if (to - from > LONGEST_NUMBER) {
      return Dates.NONE;
    }
    double number =
        Double.parseDouble(new String(text, from, to - from, StandardCharsets.US_ASCII)) + 0.0;
    long bits = Double.doubleToLongBits(number);
    return bits < 0 ? Long.MIN_VALUE - bits - 1 : bits; // in the order of the numbers
  }

  /** Of a rounded time, whose digits are in the order of times. */
  private static long digits(byte[] text, int from, int to) {
    long number = 0;
    for (int at = from; at < to; at++) {
      int digit = text[at] - '0';
      number = digit >= 0 && digit <= 9 ? number * 10 + digit : number;
    }
    return number;
  }

  private long hash(byte[] text, int from, int to) {
    sha256.update(text, from, to - from);
    return Math.max(Values.ABSENT + 1, ByteBuffer.wrap(sha256.digest()).getLong());
  }
}
