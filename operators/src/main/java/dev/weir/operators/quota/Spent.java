package dev.weir.operators.quota;

import dev.weir.operators.quota.Allowance.Load;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has left in one day, or one month.
 *
 * @param epsilon in billionths
 */
record Spent(long period, long records, long bytes, long epsilon) {

  private static final int BILLIONTHS = 9;

  /** Of which nothing has left. */
  static Spent none(long period) {
    return new Spent(period, 0, 0, 0);
  }

  /** The same period, or another one of which nothing has left. */
  Spent in(long now) {
    return now == period ? this : none(now);
  }

  Spent plus(Load more) {
    return new Spent(period, records + 1, bytes + more.bytes(), epsilon + more.epsilon());
  }

  Spent plus(List<Load> more) {
    Spent all = this;
    for (Load load : more) {
      all = all.plus(load);
    }
    return all;
  }

  Spent minus(Load less) {
    return new Spent(period, records - 1, bytes - less.bytes(), epsilon - less.epsilon());
  }

  /**
   * @param mostRecords null: not limited; {@code mostBytes} likewise
   */
  boolean within(@Nullable Long mostRecords, @Nullable Long mostBytes) {
    return (mostRecords == null || records <= mostRecords)
        && (mostBytes == null || bytes <= mostBytes);
  }

  /**
   * @param most null: not limited
   */
  boolean withinEpsilon(@Nullable BigDecimal most) {
    return most == null || BigDecimal.valueOf(epsilon, BILLIONTHS).compareTo(most) <= 0;
  }
}
