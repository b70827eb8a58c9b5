package dev.weir.config.check;

import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Groups;
import dev.weir.config.agreement.Measure;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Window;
import java.math.BigDecimal;
import java.util.Map;

/** Judges whether what a release of statistics asks for can be counted and noised. */
final class CountingCheck {

  /** Steps that a value, and squares of its distance from the middle, may have. */
  private static final BigDecimal MOST_STEPS = BigDecimal.valueOf(1L << 40);

  private static final BigDecimal MOST_STEPS_OF_VARIANCE = BigDecimal.valueOf(1L << 31);
  private static final BigDecimal MOST_GROUPS = BigDecimal.valueOf(100_000);
  private static final int MOST_OF_A_PERSON = 1 << 20;
  private static final BigDecimal CENT = new BigDecimal("0.01");

  private final ReleaseContext context;
  private final Place place;

  CountingCheck(ReleaseContext context) {
    this.context = context;
    this.place = context.place();
  }

  void check(Release.Statistics release) {
    release.measures().forEach(this::values);
    groups(release);
    people(release);
    if (release.window() instanceof Window.Running) {
      running(release);
    }
    new SizesCheck(place).check(release);
  }

  private void values(String name, Measure measure) {
    if (measure instanceof Measure.Sum sum) {
      values(name, sum.between(), measure, MOST_STEPS);
    } else if (measure instanceof Measure.Mean mean) {
      values(name, mean.between(), measure, MOST_STEPS);
    } else if (measure instanceof Measure.Variance variance) {
      values(name, variance.between(), measure, MOST_STEPS_OF_VARIANCE);
    } else if (measure instanceof Measure.Quantiles quantiles) {
      values(name, quantiles.between(), measure, MOST_STEPS);
    }
  }

  private void values(String name, Measure.Bounds between, Measure measure, BigDecimal most) {
    BigDecimal step = step(between, measure);
    Place at = place.key("measures").key(name).key("between");
    if (between.lower().remainder(step).signum() != 0
        || between.upper().remainder(step).signum() != 0) {
      note(at, "Both ends must be multiples of the step", "Write such ends, or another step");
    } else if (between.lower().abs().max(between.upper().abs()).compareTo(step.multiply(most))
        > 0) {
      note(
          at,
          "Values would have more than "
              + most.toPlainString()
              + " steps, more than sums have room for",
          "Write a larger step, or narrower ends");
    }
  }

  private BigDecimal step(Measure.Bounds between, Measure measure) {
    BigDecimal step = between.step();
    if (step != null) {
      return step;
    }
    boolean integer =
        measure.field() != null
            && context
                .fields()
                .find(measure.field())
                .filter(field -> field.property().type() == LogicalType.INTEGER)
                .isPresent();
    return integer ? BigDecimal.ONE : CENT;
  }

  private void groups(Release.Statistics release) {
    BigDecimal groups = BigDecimal.ONE;
    for (Groups by : release.groupBy().values()) {
      int listed = by instanceof Groups.Listed list ? list.values().size() : 1;
      groups = groups.multiply(BigDecimal.valueOf(listed));
    }
    if (groups.compareTo(MOST_GROUPS) > 0) {
      note(
          place.key("groupBy"),
          "The listed groups make more than 100000 combinations, each a row in every window",
          "List fewer, or discover them");
    }
  }

  private void people(Release.Statistics release) {
    if (Math.max(release.perSubject().records(), release.perSubject().groups())
        > MOST_OF_A_PERSON) {
      note(
          place.key("perSubject"),
          "One person would add to more than 1048576 records or groups of a window",
          "Write smaller bounds: they are what the noise is measured by");
    }
  }

  private void running(Release.Statistics release) {
    for (Map.Entry<String, Measure> measure : release.measures().entrySet()) {
      if (measure.getValue() instanceof Measure.Quantiles) {
        note(
            place.key("measures").key(measure.getKey()),
            "Running totals have no quantiles",
            "Ask for a histogram, or for windows");
      }
    }
    if (release.groupBy().values().stream().anyMatch(Groups.Discovered.class::isInstance)) {
      note(
          place.key("groupBy"),
          "Running totals are one release over the whole period, whose groups must be known",
          "List the groups");
    }
  }

  private static void note(Place at, String message, String mend) {
    at.note(CheckRule.STATISTICS_BOUNDS, message, mend);
  }
}
