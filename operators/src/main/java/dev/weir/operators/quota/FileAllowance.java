package dev.weir.operators.quota;

import dev.weir.plan.QuotaPlan.Limits;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
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
    together.forEach(load -> change(load, Spent::plus));
    boolean within = together.stream().allMatch(load -> within(limits, load, together));
    if (!within) {
      together.forEach(load -> change(load, Spent::minus));
    }
    return within;
  }

  private boolean within(Limits limits, Load load, List<Load> together) {
    long day = Calendar.day(load.eventTime());
    Spent inMonth = of(months, Calendar.month(day));
    return of(days, day).within(limits.recordsPerDay(), limits.bytesPerDay())
        && inMonth.within(limits.recordsPerMonth(), limits.bytesPerMonth())
        && inMonth.withinEpsilon(limits.epsilonPerMonth())
        && withinSecond(limits.recordsPerSecond(), second(load), together);
  }

  /** Where more leave together than a second allows, they are all that leaves in theirs. */
  private boolean withinSecond(@Nullable Long most, long second, List<Load> together) {
    Spent spent = of(seconds, second);
    return spent.within(most, null)
        || together.stream().filter(load -> second(load) == second).count() == spent.records();
  }

  private static Spent of(Map<Long, Spent> periods, long period) {
    return periods.getOrDefault(period, Spent.none(period));
  }

  private void change(Load load, BiFunction<Spent, Load, Spent> by) {
    long day = Calendar.day(load.eventTime());
    change(seconds, second(load), load, by);
    change(days, day, load, by);
    change(months, Calendar.month(day), load, by);
  }

  private static void change(
      Map<Long, Spent> periods, long period, Load load, BiFunction<Spent, Load, Spent> by) {
    periods.put(period, by.apply(of(periods, period), load));
  }

  private static long second(Load load) {
    return Math.floorDiv(load.eventTime(), SECOND);
  }
}
