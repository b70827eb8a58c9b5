package dev.weir.metering.reconcile;

/**
 * How much.
 *
 * @param bytes of the records' values
 */
public record Count(long records, long bytes) {

  /** Nothing. */
  public static final Count NONE = new Count(0, 0);

  /** The sum. */
  public Count plus(Count other) {
    return new Count(records + other.records, bytes + other.bytes);
  }
}
