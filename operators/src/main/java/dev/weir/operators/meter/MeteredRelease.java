package dev.weir.operators.meter;

import dev.weir.operators.treat.CellCounter;
import dev.weir.plan.ReleasePlan;
import java.io.Serializable;

/** A release that is counted. */
public record MeteredRelease(ReleasePlan plan, Cells cells) implements Serializable {

  /** Counts the cells of its records, on the machine that does it. */
  @FunctionalInterface
  public interface Cells extends Serializable {
    CellCounter open();
  }
}
