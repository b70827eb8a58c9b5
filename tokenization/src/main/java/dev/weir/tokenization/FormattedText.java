package dev.weir.tokenization;

import dev.weir.tokenization.TokenizationException.Kind;
import java.nio.ByteBuffer;

/** A value taken apart: its numerals, and where its separators stand. Used again for each value. */
final class FormattedText {

  private final FormatAlphabet alphabet;

  /** For each character -1 if it is of the alphabet, or else the separator itself. */
  private byte[] separators = new byte[64];

  private int[] numerals = new int[64];
  private int characters;
  private int count;

  FormattedText(FormatAlphabet alphabet) {
    this.alphabet = alphabet;
  }

  /** The numerals, {@link #count} of them. */
  int[] numerals() {
    return numerals;
  }

  int count() {
    return count;
  }

  /**
   * Takes UTF-8 apart.
   *
   * @throws TokenizationException if a character is neither of the alphabet nor a separator
   */
  void read(byte[] value, int from, int to) {
    room(to - from);
    characters = 0;
    count = 0;
    int at = from;
    while (at < to) {
      int length = length(value[at]);
      add(at + length > to ? -1 : point(value, at, length));
      at += length;
    }
  }

  private void add(int point) {
    int numeral = point < 0 ? -1 : alphabet.numeral(point);
    if (numeral >= 0) {
      separators[characters++] = -1;
      numerals[count++] = numeral;
    } else if (point == ' ' || point == '-') {
      separators[characters++] = (byte) point;
    } else {
      throw new TokenizationException(
          Kind.NOT_IN_FORMAT, "the value has a character that is not of the alphabet");
    }
  }

  private static int length(byte first) {
    return first >= 0 ? 1 : first >= (byte) 0xf0 ? 4 : first >= (byte) 0xe0 ? 3 : 2;
  }

  private static int point(byte[] value, int at, int length) {
    int point = length == 1 ? value[at] : value[at] & 0xff >> length + 1;
    for (int i = 1; i < length; i++) {
      point = point << 6 | value[at + i] & 0x3f;
    }
    return point;
  }

  private void room(int length) {
    if (numerals.length < length) {
      numerals = new int[length];
      separators = new byte[length];
    }
  }

  /**
   * Puts it together again.
   *
   * @return the position after it
   */
  int write(byte[] out, int at) {
    int end = at;
    int numeral = 0;
    for (int i = 0; i < characters; i++) {
      if (separators[i] >= 0) {
        out[end++] = separators[i];
      } else {
        byte[] character = alphabet.utf8(numerals[numeral++]);
        System.arraycopy(character, 0, out, end, character.length);
        end += character.length;
      }
    }
    return end;
  }

  /** The kept ends, each with its length in bytes before it: what the rest is bound to. */
  byte[] ends(int first, int last) {
    ByteBuffer ends =
        ByteBuffer.allocate(2 * Integer.BYTES + bytes(0, first) + bytes(count - last, count));
    put(ends, 0, first);
    put(ends, count - last, count);
    return ends.array();
  }

  private void put(ByteBuffer into, int from, int to) {
    into.putInt(bytes(from, to));
    for (int at = from; at < to; at++) {
      into.put(alphabet.utf8(numerals[at]));
    }
  }

  private int bytes(int from, int to) {
    int bytes = 0;
    for (int at = from; at < to; at++) {
      bytes += alphabet.utf8(numerals[at]).length;
    }
    return bytes;
  }
}
