package dev.weir.local.risk;

import dev.weir.config.agreement.Risk;
import dev.weir.plan.CohortPlan;
import dev.weir.privacy.risk.ClassSizes;
import dev.weir.privacy.risk.JournalistRisk;
import dev.weir.privacy.risk.PopulationUniqueness;
import dev.weir.privacy.risk.ProsecutorRisk;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The measures of a release.
 *
 * @param measures by name, in the order in which they are told
 * @param limits which measures may not be above what
 */
public record RiskFigures(
    ClassSizes sizes, Map<String, Double> measures, Map<String, BigDecimal> limits) {

  public RiskFigures {
    measures = Collections.unmodifiableMap(new LinkedHashMap<>(measures));
    limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
  }

  /**
   * Measures; what cannot be estimated is left out.
   *
   * @param population of which the release is a part; null: not known
   * @param fraction of the population that was released; null: not known
   * @param bounds of the agreement; null: none
   */
  public static RiskFigures of(
      ClassSizes sizes,
      @Nullable JournalistRisk population,
      @Nullable Double fraction,
      @Nullable Risk bounds) {
    return new RiskFigures(sizes, measured(sizes, population, fraction), limits(bounds));
  }

  /** Of a run or a sample, with the bounds of its plan. */
  public static RiskFigures ofPlan(ClassSizes sizes, CohortPlan plan) {
    CohortPlan.RiskBounds bounds = plan.risk();
    return of(
        sizes,
        null,
        null,
        bounds == null ? null : new Risk(bounds.prosecutor(), bounds.marketer()));
  }

  private static Map<String, Double> measured(
      ClassSizes sizes, @Nullable JournalistRisk population, @Nullable Double fraction) {
    Map<String, Double> measures = new LinkedHashMap<>();
    ProsecutorRisk prosecutor = new ProsecutorRisk(sizes);
    measures.put("prosecutor", prosecutor.highest());
    measures.put("marketer", prosecutor.marketer());
    measures.put("uniqueness", prosecutor.uniqueness());
    if (population != null) {
      measures.put("journalist", population.highest());
      measures.put("journalistMarketer", population.marketer());
    }
    if (fraction != null) {
      PopulationUniqueness unique = new PopulationUniqueness(sizes, fraction);
      measures.put("populationUniquenessZayatz", unique.zayatz());
      unique.pitman().ifPresent(share -> measures.put("populationUniquenessPitman", share));
    }
    return measures;
  }

  private static Map<String, BigDecimal> limits(@Nullable Risk bounds) {
    Map<String, BigDecimal> limits = new LinkedHashMap<>();
    if (bounds != null && bounds.prosecutor() != null) {
      limits.put("prosecutor", bounds.prosecutor());
    }
    if (bounds != null && bounds.marketer() != null) {
      limits.put("marketer", bounds.marketer());
    }
    return limits;
  }

  /** Whether a measure is above its bound. */
  public boolean above(String measure) {
    BigDecimal limit = limits.get(measure);
    Double value = measures.get(measure);
    return limit != null && value != null && value > limit.doubleValue();
  }

  public boolean anyAbove() {
    return limits.keySet().stream().anyMatch(this::above);
  }
}
