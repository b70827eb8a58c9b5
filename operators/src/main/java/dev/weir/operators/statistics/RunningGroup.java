package dev.weir.operators.statistics;

import dev.weir.privacy.totals.Running;
import java.util.List;

/** What the running totals of a group keep between steps, by cell. Secret. */
public record RunningGroup(List<Running> cells) {

  public RunningGroup {
    cells = List.copyOf(cells);
  }
}
