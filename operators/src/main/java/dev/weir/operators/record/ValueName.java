package dev.weir.operators.record;

/**
 * A value by name: 128 bits of a PRF, from which nobody without the key gets the value. What is
 * remembered of a value is remembered under this.
 */
public record ValueName(long high, long low) {

  /** Both halves in hex, as the name stands outside. */
  public String hex() {
    return String.format("%016x%016x", high, low);
  }

  /**
   * The name again.
   *
   * @throws NumberFormatException if it is no such text
   */
  public static ValueName parse(String hex) {
    if (hex.length() != 32) {
      throw new NumberFormatException("a name has 32 hex digits");
    }
    return new ValueName(
        Long.parseUnsignedLong(hex, 0, 16, 16), Long.parseUnsignedLong(hex, 16, 32, 16));
  }

  /**
   * For ever the same number: it decides which subtask has the state. A record's own is not
   * specified so far.
   */
  @Override
  public int hashCode() {
    return 31 * (int) (high ^ high >>> 32) + (int) (low ^ low >>> 32);
  }
}
