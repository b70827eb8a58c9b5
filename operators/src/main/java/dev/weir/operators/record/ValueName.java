package dev.weir.operators.record;

/**
 * A value by name: 128 bits of a PRF, from which nobody without the key gets the value. What is
 * remembered of a value is remembered under this.
 */
public record ValueName(long high, long low) {

  /**
   * For ever the same number: it decides which subtask has the state. A record's own is not
   * specified so far.
   */
  @Override
  public int hashCode() {
    return 31 * (int) (high ^ high >>> 32) + (int) (low ^ low >>> 32);
  }
}
