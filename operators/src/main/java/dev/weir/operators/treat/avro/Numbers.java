package dev.weir.operators.treat.avro;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.avro.Varint;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Avro's binary encoding of numbers and of bytes with their length. */
final class Numbers {

  private static final VarHandle DOUBLES =
      MethodHandles.byteArrayViewVarHandle(double[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle FLOATS =
      MethodHandles.byteArrayViewVarHandle(float[].class, ByteOrder.LITTLE_ENDIAN);

  /** Lengths up to here take one byte. */
  private static final int ONE_BYTE = 63;

  private Numbers() {}

  static void writeLong(long number, ByteOutput out) {
    byte[] room = out.room(Varint.MAX_BYTES).array();
    out.advanceTo(Varint.write(number, room, out.length()));
  }

  static void writeDouble(double number, ByteOutput out) {
    DOUBLES.set(out.room(Double.BYTES).array(), out.length(), number);
    out.advanceTo(out.length() + Double.BYTES);
  }

  static void writeFloat(float number, ByteOutput out) {
    FLOATS.set(out.room(Float.BYTES).array(), out.length(), number);
    out.advanceTo(out.length() + Float.BYTES);
  }

  /** A string, or bytes. */
  static void prefixed(byte[] bytes, int from, int to, ByteOutput out) {
    writeLong(to - from, out);
    out.write(bytes, from, to);
  }

  /** Leaves room for a short string's length; its text is appended next. */
  static int beginText(ByteOutput out) {
    out.write(0);
    return out.length();
  }

  /**
   * Puts the length before a text, moving a long one.
   *
   * @param start what {@link #beginText} gave
   * @return where the text begins now
   */
  static int endText(int start, ByteOutput out) {
    int length = out.length() - start;
    if (length <= ONE_BYTE) {
      out.array()[start - 1] = (byte) (length << 1);
      return start;
    }
    byte[] prefix = new byte[Varint.MAX_BYTES];
    int width = Varint.write(length, prefix, 0);
    byte[] room = out.room(width).array();
    System.arraycopy(room, start, room, start - 1 + width, length);
    System.arraycopy(prefix, 0, room, start - 1, width);
    out.advanceTo(start - 1 + width + length);
    return start - 1 + width;
  }
}
