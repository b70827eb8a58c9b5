package dev.weir.tokenization.ff1;

import java.math.BigInteger;
import java.util.Arrays;

/** Halves of any size. */
final class LargeHalves implements Halves {

  private final BigInteger radix;
  private final int length;
  private final int shorter;
  private final int bytes;
  private final BigInteger shorterTexts;
  private final BigInteger longerTexts;
  private BigInteger a = BigInteger.ZERO;
  private BigInteger b = BigInteger.ZERO;

  LargeHalves(int radix, int length, int bytes) {
    this.radix = BigInteger.valueOf(radix);
    this.length = length;
    this.shorter = length / 2;
    this.bytes = bytes;
    this.shorterTexts = this.radix.pow(shorter);
    this.longerTexts = this.radix.pow(length - shorter);
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

  private BigInteger number(int[] numerals, int from, int to) {
    BigInteger number = BigInteger.ZERO;
    for (int at = from; at < to; at++) {
      number = number.multiply(radix).add(BigInteger.valueOf(numerals[at]));
    }
    return number;
  }

  @Override
  public void store(int[] numerals, int from) {
    write(a, numerals, from, from + shorter);
    write(b, numerals, from + shorter, from + length);
  }

  private void write(BigInteger number, int[] numerals, int from, int to) {
    BigInteger left = number;
    for (int at = to - 1; at >= from; at--) {
      BigInteger[] parts = left.divideAndRemainder(radix);
      left = parts[0];
      numerals[at] = parts[1].intValue();
    }
  }

  @Override
  public void forward(RoundFunction function, int round) {
    BigInteger changed = a.add(drawn(function, round, b)).mod(texts(round));
    a = b;
    b = changed;
  }

  @Override
  public void backward(RoundFunction function, int round) {
    BigInteger changed = b.subtract(drawn(function, round, a)).mod(texts(round));
    b = a;
    a = changed;
  }

  /** In even rounds the shorter half is changed, in odd ones the longer. */
  private BigInteger texts(int round) {
    return round % 2 == 0 ? shorterTexts : longerTexts;
  }

  private BigInteger drawn(RoundFunction function, int round, BigInteger half) {
    byte[] number = half.toByteArray();
    int sign = number.length > bytes ? number.length - bytes : 0;
    byte[] into = function.number();
    int from = function.numberFrom();
    int end = from + bytes;
    Arrays.fill(into, from, end, (byte) 0);
    int count = number.length - sign;
    System.arraycopy(number, sign, into, end - count, count);
    return new BigInteger(1, function.round(round), 0, function.drawn());
  }
}
