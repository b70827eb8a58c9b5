package dev.weir.plan;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Budget;
import dev.weir.config.agreement.Groups;
import dev.weir.config.agreement.Measure;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Window;
import dev.weir.config.product.ObjectFields;
import dev.weir.plan.StatisticsPlan.Figure;
import dev.weir.plan.StatisticsPlan.Group;
import dev.weir.plan.StatisticsPlan.Kind;
import dev.weir.plan.StatisticsPlan.Values;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Plans what is counted.
 *
 * @param uid what those of the object's stages begin with
 */
record StatisticsPlanner(ObjectFields fields, String uid) {

  /** Unless the measure says otherwise. */
  private static final int QUANTILE_BUCKETS = 100;

  private static final BigDecimal CENT = new BigDecimal("0.01");

  StatisticsPlan plan(Agreement agreement, Release.Statistics release) {
    StatisticsPlan bare = plan(agreement, release, "");
    return plan(agreement, release, PlanDigest.ofParts(bare));
  }

  private StatisticsPlan plan(Agreement agreement, Release.Statistics release, String terms) {
    return new StatisticsPlan(
        uid + "/bound/" + ObjectPlanner.escaped(agreement.id(), release.name()),
        window(release.window()),
        release.lateness() == null ? Duration.ZERO.toString() : release.lateness().toString(),
        release.groupBy().entrySet().stream()
            .map(group -> group(group.getKey(), group.getValue()))
            .toList(),
        release.measures().entrySet().stream()
            .map(measure -> figure(measure.getKey(), measure.getValue()))
            .toList(),
        new StatisticsPlan.Bounds(
            release.perSubject().records(),
            release.perSubject().groups(),
            release.perSubject().windows()),
        budget(release.budget()),
        release.postProcess(),
        terms);
  }

  static BudgetPlan budget(Budget budget) {
    return new BudgetPlan(budget.epsilon(), budget.delta(), budget.per().toString());
  }

  private static StatisticsPlan.Window window(Window window) {
    if (window instanceof Window.Hopping hopping) {
      return new StatisticsPlan.Window(hopping.size().toString(), hopping.hop().toString(), null);
    } else if (window instanceof Window.Running running) {
      return new StatisticsPlan.Window(
          running.every().toString(), null, running.since().toString());
    }
    Window.Tumbling tumbling = (Window.Tumbling) window;
    List<String> sizes = tumbling.sizes().stream().map(Object::toString).toList();
    return new StatisticsPlan.Window(sizes.get(0), null, null, sizes.subList(1, sizes.size()));
  }

  private Group group(FieldPath path, Groups groups) {
    List<String> listed = groups instanceof Groups.Listed list ? list.values() : null;
    return new Group(path, type(path), listed);
  }

  private LogicalType type(FieldPath path) {
    return fields
        .find(path)
        .map(field -> field.property().type())
        .orElseThrow(() -> new IllegalArgumentException("the product lacks " + path));
  }

  private Figure figure(String name, Measure measure) {
    if (measure instanceof Measure.Quantiles quantiles) {
      int buckets = quantiles.buckets() == null ? QUANTILE_BUCKETS : quantiles.buckets();
      Values values = values(quantiles.field(), quantiles.between());
      return new Figure(
          name,
          Kind.QUANTILES,
          quantiles.field(),
          values,
          quantiles.ranks(),
          buckets,
          null,
          measure.share());
    } else if (measure instanceof Measure.Histogram histogram) {
      return new Figure(
          name,
          Kind.HISTOGRAM,
          histogram.field(),
          null,
          null,
          0,
          histogram.buckets(),
          measure.share());
    }
    Measure.Bounds between = between(measure);
    FieldPath field = measure.field();
    Values values = field == null || between == null ? null : values(field, between);
    return new Figure(name, kind(measure), field, values, null, 0, null, measure.share());
  }

  private static Kind kind(Measure measure) {
    if (measure instanceof Measure.Sum) {
      return Kind.SUM;
    } else if (measure instanceof Measure.Mean) {
      return Kind.MEAN;
    } else if (measure instanceof Measure.Variance) {
      return Kind.VARIANCE;
    }
    return measure instanceof Measure.CountDistinct ? Kind.COUNT_DISTINCT : Kind.COUNT;
  }

  private static Measure.@Nullable Bounds between(Measure measure) {
    if (measure instanceof Measure.Sum sum) {
      return sum.between();
    } else if (measure instanceof Measure.Mean mean) {
      return mean.between();
    }
    return measure instanceof Measure.Variance variance ? variance.between() : null;
  }

  private Values values(FieldPath field, Measure.Bounds between) {
    BigDecimal step = between.step();
    if (step == null) {
      step = type(field) == LogicalType.INTEGER ? BigDecimal.ONE : CENT;
    }
    return new Values(between.lower(), between.upper(), step);
  }
}
