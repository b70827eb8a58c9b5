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
   * Of a release of statistics, in windows of its finest size.
   *
   * @throws IllegalArgumentException if the plan asks for what cannot be counted
   */
  public static Terms of(StatisticsPlan plan) {
    return of(plan, plan.perSubject());
  }

  /**
   * In windows of a coarser size: what a person may add to them follows from what may be added to
   * the finest ones, decision 75. Of two bounds that hold the one with less noise.
   *
   * @param most fine windows that a coarse one is made of
   */
  static Terms coarser(StatisticsPlan plan, int most) {
    StatisticsPlan.Bounds fine = plan.perSubject();
    int together = Math.min(most, fine.windows());
    int apart = -Math.floorDiv(-fine.windows(), together);
    boolean less = (long) together * together * apart < (long) fine.windows() * fine.windows();
    return of(plan, less ? times(fine, together, apart) : times(fine, fine.windows(), 1));
  }

  private static StatisticsPlan.Bounds times(StatisticsPlan.Bounds fine, int more, int windows) {
    return new StatisticsPlan.Bounds(
        Math.multiplyExact(fine.records(), more), Math.multiplyExact(fine.groups(), more), windows);
  }

  private static Terms of(StatisticsPlan plan, StatisticsPlan.Bounds bounds) {
    return new Terms(
        plan.measures().stream().map(PlannedTerms::shared).toList(),
        new Contribution(bounds.records(), bounds.groups()),
        bounds.windows(),
        new EpsilonDelta(
            plan.budget().epsilon().doubleValue(), plan.budget().delta().doubleValue()),
        plan.discovers(),
        plan.sums() ? 1 : 1 + plan.window().coarser().size());
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
