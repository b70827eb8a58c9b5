package dev.weir.operators.statistics;

/**
 * A row that may leave once the checkpoint is complete that holds its numbers.
 *
 * @param release {@code <agreement>/<release>}; empty: of the ledger
 * @param key of the ledger's row; empty: none
 * @param value as it leaves
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DrawnRow(String release, String key, byte[] value) {

  /** Not what it holds. */
  @Override
  public String toString() {
    return "DrawnRow of " + (release.isEmpty() ? "the ledger" : release);
  }
}
