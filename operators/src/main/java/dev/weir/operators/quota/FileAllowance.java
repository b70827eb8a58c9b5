package dev.weir.operators.quota;

import dev.weir.plan.QuotaPlan.Limits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * By when records happened, whose order in a file is anybody's: so a second is one of the calendar,
 * too. Keeps a number for each second, day and month that something left of.
 */
public final class FileAllowance implements Allowance {

  private static final long SECOND = 1_000;

  private final Map<Long, Spent> seconds = new HashMap<>();
  private final Map<Long, Spent> days = new HashMap<>();
  private final Map<Long, Spent> months = new HashMap<>();

  @Override
  public boolean take(Limits limits, List<Load> together, long now) {
    for (int taken = 0; taken < together.size(); taken++) {
      if (!take(limits, together.get(taken))) {
        together.subList(0, taken).forEach(load -> add(load, -1));
        return false;
      }
    }
    return true;
  }

  private boolean take(Limits limits, Load load) {
    add(load, 1);
    long day = Calendar.day(load.eventTime());
    boolean within =
        within(seconds, second(load), limits.recordsPerSecond(), null)
            && within(days, day, limits.recordsPerDay(), limits.bytesPerDay())
            && within(
                months, Calendar.month(day), limits.recordsPerMonth(), limits.bytesPerMonth());
    if (!within) {
      add(load, -1);
    }
    return within;
  }

  private static boolean within(
      Map<Long, Spent> of, long period, @Nullable Long records, @Nullable Long bytes) {
    return of.getOrDefault(period, new Spent(period, 0, 0)).within(records, bytes);
  }

  private void add(Load load, int sign) {
    long day = Calendar.day(load.eventTime());
    Spent one = new Spent(0, sign, (long) sign * load.bytes());
    seconds.merge(second(load), one, FileAllowance::sum);
    days.merge(day, one, FileAllowance::sum);
    months.merge(Calendar.month(day), one, FileAllowance::sum);
  }

  private static Spent sum(Spent spent, Spent more) {
    return spent.plus(more.records(), more.bytes());
  }

  private static long second(Load load) {
    return Math.floorDiv(load.eventTime(), SECOND);
  }
}
