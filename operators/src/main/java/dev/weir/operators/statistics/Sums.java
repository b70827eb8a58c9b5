package dev.weir.operators.statistics;

/**
 * What was added to a window in one group. Secret.
 *
 * @param records as in {@link PartialSums}
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Sums(long records, long[] cells) {

  /** Both together. */
  public Sums plus(long moreRecords, long[] more) {
    long[] both = cells.clone();
    add(more, both);
    return new Sums(records + moreRecords, both);
  }

  /** Adds what is in the first to the second. */
  public static void add(long[] more, long[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = Math.addExact(to[i], more[i]);
    }
  }
}
