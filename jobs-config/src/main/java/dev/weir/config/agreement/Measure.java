package dev.weir.config.agreement;

import dev.weir.config.FieldPath;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One figure of a statistics release. */
public sealed interface Measure {

  /** Of the budget, in relation to the other measures' shares. */
  BigDecimal share();

  /** What is measured; null where records or subjects are counted. */
  @Nullable FieldPath field();

  /** {@code count}. */
  record Count(BigDecimal share) implements Measure {
    @Override
    public @Nullable FieldPath field() {
      return null;
    }
  }

  /** {@code {countDistinct: subject}}. */
  record CountDistinct(BigDecimal share) implements Measure {
    @Override
    public @Nullable FieldPath field() {
      return null;
    }
  }

  /** Values are clamped to the bounds, then rounded to the step; null: the type's default. */
  record Bounds(BigDecimal lower, BigDecimal upper, @Nullable BigDecimal step) {}

  record Sum(FieldPath field, Bounds between, BigDecimal share) implements Measure {}

  record Mean(FieldPath field, Bounds between, BigDecimal share) implements Measure {}

  record Variance(FieldPath field, Bounds between, BigDecimal share) implements Measure {}

  /**
   * @param ranks between 0 and 1
   * @param buckets that the bounds are cut into; null: the default
   */
  record Quantiles(
      List<BigDecimal> ranks,
      FieldPath field,
      Bounds between,
      @Nullable Integer buckets,
      BigDecimal share)
      implements Measure {
    public Quantiles {
      ranks = List.copyOf(ranks);
    }
  }

  /**
   * @param buckets their edges, rising, at least two
   */
  record Histogram(FieldPath field, List<BigDecimal> buckets, BigDecimal share) implements Measure {
    public Histogram {
      buckets = List.copyOf(buckets);
    }
  }
}
