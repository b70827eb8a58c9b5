package dev.weir.operators.statistics;

/**
 * A row that may leave once the checkpoint is complete that holds its numbers.
 *
 * @param release {@code <agreement>/<release>}; empty: of the ledger
 * @param key of the ledger's row; of a release's the privacy loss that usage tells with it, in
 *     billionths; empty: none
 * @param value as it leaves
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record DrawnRow(String release, String key, byte[] value) {

  /** What a window was charged. */
  public static DrawnRow charge(LedgerRow row) {
    return new DrawnRow("", row.key(), row.json());
  }

  /**
   * A row of a release.
   *
   * @param epsilon that usage tells with it, in billionths
   */
  public static DrawnRow of(String release, long epsilon, byte[] value) {
    return new DrawnRow(release, epsilon == 0 ? "" : Long.toString(epsilon), value);
  }

  /** Whether it is one of the ledger. */
  public boolean isCharge() {
    return release.isEmpty();
  }

  /** Of a release's row: the privacy loss that usage tells with it, in billionths. */
  public long epsilon() {
    return key.isEmpty() ? 0 : Long.parseLong(key);
  }

  /** Not what it holds. */
  @Override
  public String toString() {
    return "DrawnRow of " + (isCharge() ? "the ledger" : release);
  }
}
