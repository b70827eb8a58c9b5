package dev.weir.local.risk;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures of released rows, which may not tell how many people they are of.
 *
 * @param counted the measures, if rows that nothing says to be of the same person are of different
 *     ones: people are never more, so risk is never less
 * @param atMost what they may be, as far as they can be bounded; null: they are what was counted
 */
public record RiskRange(RiskFigures counted, @Nullable RiskFigures atMost) {

  /** Whether the measures are bounds. */
  public boolean isBounded() {
    return atMost != null;
  }

  /** What a measure may be; empty: what was counted, or nobody knows. */
  public Optional<Double> atMost(String measure) {
    return Optional.ofNullable(atMost).map(most -> most.measures().get(measure));
  }

  /** Whether a measure is not above its bound as counted, and may be nevertheless. */
  public boolean mayBeAbove(String measure) {
    return !counted.above(measure) && atMost != null && atMost.above(measure);
  }

  /** Whether no measure is or may be above its bound. */
  public boolean passes() {
    return !counted.anyAbove() && (atMost == null || !atMost.anyAbove());
  }
}
