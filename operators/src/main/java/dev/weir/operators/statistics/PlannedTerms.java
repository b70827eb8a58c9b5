package dev.weir.operators.statistics;

import dev.weir.plan.StatisticsPlan;
import dev.weir.plan.StatisticsPlan.Figure;
import dev.weir.plan.StatisticsPlan.Values;
import dev.weir.privacy.budget.EpsilonDelta;
import dev.weir.privacy.measure.Count;
import dev.weir.privacy.measure.Histogram;
import dev.weir.privacy.measure.Mean;
import dev.weir.privacy.measure.Measure;
import dev.weir.privacy.measure.People;
import dev.weir.privacy.measure.Quantile;
import dev.weir.privacy.measure.Sum;
import dev.weir.privacy.measure.Terms;
import dev.weir.privacy.measure.Variance;
import dev.weir.privacy.statistics.Contribution;
import dev.weir.privacy.statistics.FixedPoint;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** What a plan promises and measures, in the words of the mechanisms. */
public final class PlannedTerms {

  private PlannedTerms() {}

  /**
   * Of a release of statistics.
   *
   * @throws IllegalArgumentException if the plan asks for what cannot be counted
   */
  public static Terms of(StatisticsPlan plan) {
    return new Terms(
        plan.measures().stream().map(PlannedTerms::shared).toList(),
        new Contribution(plan.perSubject().records(), plan.perSubject().groups()),
        plan.perSubject().windows(),
        new EpsilonDelta(
            plan.budget().epsilon().doubleValue(), plan.budget().delta().doubleValue()),
        plan.discovers());
  }

  private static Terms.Shared shared(Figure figure) {
    return new Terms.Shared(figure.name(), measure(figure), figure.share().doubleValue());
  }

  private static Measure measure(Figure figure) {
    return switch (figure.kind()) {
      case COUNT -> new Count();
      case COUNT_DISTINCT -> new People();
      case SUM -> new Sum(values(figure));
      case MEAN -> new Mean(values(figure));
      case VARIANCE -> new Variance(values(figure));
      case HISTOGRAM -> new Histogram(Objects.requireNonNull(figure.edges()));
      case QUANTILES -> new Quantile(ranks(figure), values(figure), figure.buckets());
    };
  }

  private static List<Double> ranks(Figure figure) {
    return Objects.requireNonNull(figure.ranks()).stream().map(BigDecimal::doubleValue).toList();
  }

  private static FixedPoint values(Figure figure) {
    Values values = Objects.requireNonNull(figure.values());
    return new FixedPoint(values.low(), values.high(), values.step());
  }
}
