package dev.weir.operators.quota;

import dev.weir.plan.QuotaPlan.Limits;
import java.util.List;

/** By the clock, as records leave: of a stream. */
public final class LiveAllowance implements Allowance {

  private final TokenBucket bucket;
  private Spent day;
  private Spent month;

  /** Goes on from there. */
  public LiveAllowance(QuotaAccount before) {
    bucket = new TokenBucket(before.tokens(), before.at());
    day = new Spent(before.day(), before.dayRecords(), before.dayBytes(), 0);
    month =
        new Spent(
            before.month(), before.monthRecords(), before.monthBytes(), before.monthEpsilon());
  }

  @Override
  public boolean take(Limits limits, List<Load> together, long now) {
    if (waits(limits, together, now) > 0) {
      return false;
    }
    bucket.take(limits.recordsPerSecond() == null ? 0 : together.size());
    day = day.plus(together);
    month = month.plus(together);
    return true;
  }

  /** In how many ms they may leave, if nothing else does; 0: now. */
  public long waits(Limits limits, List<Load> together, long now) {
    turnTo(now);
    if (!day.plus(together).within(limits.recordsPerDay(), limits.bytesPerDay())) {
      return Math.max(1, Calendar.beginOfDay(day.period() + 1) - now);
    }
    Spent inMonth = month.plus(together);
    if (!inMonth.within(limits.recordsPerMonth(), limits.bytesPerMonth())
        || !inMonth.withinEpsilon(limits.epsilonPerMonth())) {
      return Math.max(1, Calendar.beginOfMonth(month.period() + 1) - now);
    }
    Long rate = limits.recordsPerSecond();
    if (rate == null) {
      return 0;
    }
    bucket.fill(rate, now);
    return bucket.untilHolds(together.size(), rate);
  }

  /** A clock that goes back gives nothing back. */
  private void turnTo(long now) {
    long today = Calendar.day(now);
    if (today > day.period()) {
      day = day.in(today);
      month = month.in(Calendar.month(today));
    }
  }

  /** Records that may leave at once, as far as a rate says; below 0: a group is still owed. */
  public long tokens() {
    return Math.floorDiv(bucket.tokens(), TokenBucket.RECORD);
  }

  /**
   * As it stays in checkpoints.
   *
   * @param first of what waits, and {@code next}
   */
  public QuotaAccount account(long first, long next) {
    return new QuotaAccount(
        bucket.tokens(),
        bucket.at(),
        day.period(),
        day.records(),
        day.bytes(),
        month.period(),
        month.records(),
        month.bytes(),
        month.epsilon(),
        first,
        next);
  }
}
