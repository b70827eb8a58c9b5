package dev.weir.operators.cohort;

import dev.weir.config.LogicalType;
import dev.weir.plan.Generalization;
import dev.weir.plan.Output;
import dev.weir.privacy.generalize.Field;

/**
 * A field of a release by which somebody could be found.
 *
 * @param leaf where it is read, and where it stands in what leaves
 * @param field its axes
 * @param axis the number of the first among the space's
 */
public record QuasiIdentifier(Output.Leaf leaf, Generalization to, Field field, int axis) {

  /** What it is in the source. */
  public LogicalType type() {
    return leaf.from();
  }
}
