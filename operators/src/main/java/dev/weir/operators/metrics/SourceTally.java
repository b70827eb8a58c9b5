package dev.weir.operators.metrics;

import dev.weir.plan.ProductPlan;
import java.util.Map;

/** What a product's source held that was no record, over all subtasks. */
public record SourceTally(long blank, long tombstone) {

  /** Reads it from a job's accumulators. */
  public static SourceTally of(ProductPlan product, Map<String, Object> accumulators) {
    return new SourceTally(
        count(accumulators, CountName.of(product, CountName.BLANK)),
        count(accumulators, CountName.of(product, CountName.TOMBSTONE)));
  }

  /** Nothing was counted where no task has begun. */
  static long count(Map<String, Object> accumulators, String name) {
    return accumulators.get(name) instanceof Long count ? count : 0;
  }
}
