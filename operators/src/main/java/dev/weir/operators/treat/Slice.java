package dev.weir.operators.treat;

/** A part of an array, set anew for every record. Confined to one thread. */
public final class Slice {

  private byte[] array = {};
  private int from;
  private int to;

  public void set(byte[] newArray, int newFrom, int newTo) {
    array = newArray;
    from = newFrom;
    to = newTo;
  }

  public void clear() {
    to = from;
  }

  public boolean isEmpty() {
    return from == to;
  }

  public byte[] array() {
    return array;
  }

  public int from() {
    return from;
  }

  public int to() {
    return to;
  }
}
