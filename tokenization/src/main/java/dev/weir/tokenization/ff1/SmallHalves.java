package dev.weir.tokenization.ff1;

/** Halves below 2^55, so that a byte more still fits into a long. */
final class SmallHalves implements Halves {

  static final int MAX_BITS = 55;

  private final int radix;
  private final int length;
  private final int shorter;
  private final int bytes;

  /** How many texts the shorter and the longer half have. */
  private final long shorterTexts;

  private final long longerTexts;

  /** The bytes that are taken from a draw at once: as many as a remainder leaves room for. */
  private final int step;

  private long a;
  private long b;

  SmallHalves(int radix, int length, int bytes) {
    this.radix = radix;
    this.length = length;
    this.shorter = length / 2;
    this.bytes = bytes;
    this.shorterTexts = power(radix, shorter);
    this.longerTexts = power(radix, length - shorter);
    int free = Long.numberOfLeadingZeros(longerTexts) - 1;
    this.step = free >= 32 ? 4 : free >= 16 ? 2 : 1;
  }

  private static long power(int radix, int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= radix;
    }
    return power;
  }

  @Override
  public int bytes() {
    return bytes;
  }

  @Override
  public void load(int[] numerals, int from) {
    a = number(numerals, from, from + shorter);
    b = number(numerals, from + shorter, from + length);
  }

  private long number(int[] numerals, int from, int to) {
    long number = 0;
    for (int at = from; at < to; at++) {
      number = number * radix + numerals[at];
    }
    return number;
  }

  @Override
  public void store(int[] numerals, int from) {
    write(a, numerals, from, from + shorter);
    write(b, numerals, from + shorter, from + length);
  }

  private void write(long number, int[] numerals, int from, int to) {
    long left = number;
    for (int at = to - 1; at >= from; at--) {
      numerals[at] = (int) (left % radix);
      left /= radix;
    }
  }

  @Override
  public void forward(RoundFunction function, int round) {
    long texts = texts(round);
    long sum = a + drawn(function, round, b, texts);
    a = b;
    b = sum >= texts ? sum - texts : sum;
  }

  @Override
  public void backward(RoundFunction function, int round) {
    long texts = texts(round);
    long difference = b - drawn(function, round, a, texts);
    b = a;
    a = difference < 0 ? difference + texts : difference;
  }

  /** In even rounds the shorter half is changed, in odd ones the longer. */
  private long texts(int round) {
    return round % 2 == 0 ? shorterTexts : longerTexts;
  }

  private long drawn(RoundFunction function, int round, long half, long texts) {
    byte[] into = function.number();
    long left = half;
    for (int at = function.numberFrom() + bytes - 1; at >= function.numberFrom(); at--) {
      into[at] = (byte) left;
      left >>>= 8;
    }
    return remainder(function.round(round), function.drawn(), texts);
  }

  private long remainder(byte[] drawn, int count, long texts) {
    long rest = 0;
    for (int at = 0; at < count; at += step) {
      for (int i = at; i < at + step; i++) {
        rest = rest << 8 | drawn[i] & 0xff;
      }
      rest %= texts;
    }
    return rest;
  }
}
