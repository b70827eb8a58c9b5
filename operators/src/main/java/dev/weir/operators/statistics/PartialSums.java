package dev.weir.operators.statistics;

import dev.weir.privacy.ledger.Span;

/**
 * A part of what was added to a window in one group.
 *
 * @param release {@code <agreement>/<release>}
 * @param terms that people were held to
 * @param records whose first window this is: each record is counted once
 * @param cells exact sums, secret
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record PartialSums(
    String release, String terms, Span window, String group, long records, long[] cells) {

  /** Neither the group nor the sums. */
  @Override
  public String toString() {
    return "PartialSums of " + release + " in " + window;
  }
}
