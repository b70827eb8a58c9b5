package dev.weir.local.risk;

import dev.weir.config.agreement.Risk;
import dev.weir.privacy.risk.ClassSizes;
import dev.weir.privacy.risk.JournalistRisk;
import dev.weir.privacy.risk.PopulationUniqueness;
import dev.weir.privacy.risk.ProsecutorRisk;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * The measures of a release.
 *
 * @param population of which the release is a part; null: not known
 * @param fraction of the population that was released; null: not known
 * @param bounds of the agreement; null: none
 */
public record RiskFigures(
    ClassSizes sizes,
    @Nullable JournalistRisk population,
    @Nullable Double fraction,
    @Nullable Risk bounds) {

  /** By name, in the order in which they are told; what cannot be estimated is left out. */
  public Map<String, Double> measures() {
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
      OptionalDouble pitman = unique.pitman();
      pitman.ifPresent(share -> measures.put("populationUniquenessPitman", share));
    }
    return measures;
  }

  /** Which may not be above what. */
  public Map<String, BigDecimal> limits() {
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
    BigDecimal limit = limits().get(measure);
    Double value = measures().get(measure);
    return limit != null && value != null && value > limit.doubleValue();
  }

  public boolean anyAbove() {
    return limits().keySet().stream().anyMatch(this::above);
  }
}
