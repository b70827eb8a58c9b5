package dev.weir.privacy.generalize;

import java.util.Arrays;

/** Codes, one for each axis of a space (or each sensitive field); never changed. */
public final class Codes {

  private final long[] codes;

  private Codes(long[] codes) {
    this.codes = codes;
  }

  public static Codes of(long... codes) {
    return new Codes(codes.clone());
  }

  public int size() {
    return codes.length;
  }

  public long get(int axis) {
    return codes[axis];
  }

  public long[] toArray() {
    return codes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Codes that && Arrays.equals(codes, that.codes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(codes);
  }

  /** Without the codes: they are source values. */
  @Override
  public String toString() {
    return "Codes of " + codes.length;
  }
}
