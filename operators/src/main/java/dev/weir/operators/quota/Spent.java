package dev.weir.operators.quota;

import org.jspecify.annotations.Nullable;

/** Records and bytes that have left in one day, or one month. */
record Spent(long period, long records, long bytes) {

  /** The same period, or another one of which nothing has left. */
  Spent in(long now) {
    return now == period ? this : new Spent(now, 0, 0);
  }

  Spent plus(long moreRecords, long moreBytes) {
    return new Spent(period, records + moreRecords, bytes + moreBytes);
  }

  /**
   * @param mostRecords null: not limited; {@code mostBytes} likewise
   */
  boolean within(@Nullable Long mostRecords, @Nullable Long mostBytes) {
    return (mostRecords == null || records <= mostRecords)
        && (mostBytes == null || bytes <= mostBytes);
  }
}
