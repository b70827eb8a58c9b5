package dev.weir.operators.stage.statistics;

import dev.weir.operators.statistics.PartialSums;
import dev.weir.plan.ReleasePlan;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sums of a release that are not told yet, in windows of all its sizes but those that are sums of
 * others' rows. Confined to one thread.
 */
final class LevelSums {

  private final PendingSums finest;
  private final List<CoarserSums> coarser;

  /** Windows of a coarser size. */
  record CoarserSums(CountedRelease release, PendingSums sums) {}

  LevelSums(ReleasePlan plan, Consumer<PartialSums> out) {
    List<CountedRelease> levels = CountedRelease.all(plan);
    finest = new PendingSums(levels.get(0), out);
    coarser =
        levels.stream()
            .skip(1)
            .filter(level -> !level.level().sums())
            .map(level -> new CoarserSums(level, new PendingSums(level, out)))
            .toList();
  }

  PendingSums finest() {
    return finest;
  }

  List<CoarserSums> coarser() {
    return coarser;
  }

  /** When the first of all windows is over; later than all time if there is none. */
  long due() {
    long due = finest.due();
    for (CoarserSums one : coarser) {
      due = Math.min(due, one.sums().due());
    }
    return due;
  }

  /** Tells all. */
  void flush() {
    finest.flush();
    coarser.forEach(one -> one.sums().flush());
  }
}
