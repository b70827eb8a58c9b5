package dev.weir.bench.statistics;

import dev.weir.operators.statistics.StatisticsRow;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * Rows by number, as they leave treat: of people in turn without an order, a row a group, with a
 * day for so many. Notes when those were made that are measured.
 *
 * @param people how many there are
 * @param groups likewise
 * @param aDay rows of a day
 * @param warm rows before those that are measured
 * @param measured rows that are measured
 * @param rests whether few come after those
 */
record CountedRows(long people, int groups, long aDay, long warm, long measured, boolean rests)
    implements MapFunction<Long, StatisticsRow> {

  static final AtomicLong BEGAN = new AtomicLong();
  static final AtomicLong ENDED = new AtomicLong();
  private static final long DAY = 86_400_000;
  private static final int CENTS = 20_000;

  static void reset() {
    BEGAN.set(0);
    ENDED.set(0);
  }

  @Override
  public StatisticsRow map(Long number) throws InterruptedException {
    if (rests && number > warm + measured) {
      Thread.sleep(1);
    }
    if (number == warm) {
      BEGAN.set(System.nanoTime());
    } else if (number == warm + measured) {
      ENDED.set(System.nanoTime());
    }
    long drawn = mixed(number);
    long person = Math.floorMod(drawn, people);
    int group = (int) Math.floorMod(drawn >>> 40, (long) groups);
    long[] codes = {0, 0, Math.floorMod(drawn >>> 20, CENTS)};
    long time = CountedPlan.START + number * DAY / aDay;
    return new StatisticsRow(mixed(person), person, CountedPlan.group(group), codes, time);
  }

  /** A bijection that leaves no order: the finalizer of SplitMix64 (Steele et al., 2014). */
  private static long mixed(long number) {
    long z = number * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
