package dev.weir.operators.statistics;

import dev.weir.plan.StatisticsPlan;
import dev.weir.privacy.measure.Terms;
import java.util.ArrayList;
import java.util.List;

/**
 * One size of a release's windows. People are held to their bounds in those of the finest size;
 * what these let in is counted in the windows of all sizes.
 *
 * @param size ISO 8601
 * @param parts of the finest size that a window is made of, at the most; of the finest 1
 * @param terms of these windows; where they are sums, of the finest
 * @param sums whether they are the sums of what the finest have shown
 */
public record Level(String size, int parts, Windows windows, Terms terms, boolean sums) {

  /** Whether people are held to their bounds in these windows. */
  public boolean finest() {
    return parts == 1;
  }

  /** All of a release, the finest first. */
  public static List<Level> of(StatisticsPlan plan) {
    Windows finest = Windows.of(plan);
    Terms terms = PlannedTerms.of(plan);
    List<Level> levels = new ArrayList<>();
    levels.add(new Level(plan.window().size(), 1, finest, terms, false));
    for (String size : plan.window().coarser()) {
      Windows windows = Windows.of(plan, size);
      int parts = windows.most(finest);
      Terms own = plan.sums() ? terms : PlannedTerms.coarser(plan, parts);
      levels.add(new Level(size, parts, windows, own, plan.sums()));
    }
    return List.copyOf(levels);
  }
}
