package dev.weir.privacy.crowd;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a crowd must be before anything of it leaves.
 *
 * @param k distinct people, at least 1
 */
public record Guarantee(int k, List<Diversity> diversity, List<Closeness> closeness) {

  public Guarantee {
    if (k < 1) {
      throw new IllegalArgumentException("k is at least 1");
    }
    diversity = List.copyOf(diversity);
    closeness = List.copyOf(closeness);
  }

  public static Guarantee of(int k) {
    return new Guarantee(k, List.of(), List.of());
  }

  /** Whether it asks for more than people. */
  public boolean looksAtValues() {
    return !diversity.isEmpty() || !closeness.isEmpty();
  }

  /** The first thing that is lacking; null if nothing is. Asked for every row: plain loops. */
  public @Nullable Shortfall shortfall(Crowd crowd, Crowd everybody) {
    if (crowd.people() < k) {
      return Shortfall.PEOPLE;
    }
    for (Diversity rule : diversity) {
      if (!rule.holds(crowd)) {
        return Shortfall.DIVERSITY;
      }
    }
    for (Closeness rule : closeness) {
      if (!rule.holds(crowd, everybody)) {
        return Shortfall.CLOSENESS;
      }
    }
    return null;
  }

  /** How many people it takes at least until the values are diverse. */
  public int valuesMissing(Crowd crowd) {
    return diversity.stream().mapToInt(rule -> rule.missing(crowd)).max().orElse(0);
  }

  /** Whether this person brings the crowd nearer to the first rule of values that it breaks. */
  public boolean isHelpedBy(Values person, Crowd crowd, Crowd everybody) {
    Crowd after = crowd.copy();
    after.join(person);
    for (Diversity rule : diversity) {
      if (!rule.holds(crowd)) {
        return rule.isNearer(crowd, after);
      }
    }
    for (Closeness rule : closeness) {
      if (!rule.holds(crowd, everybody)) {
        return rule.distance(after, everybody) < rule.distance(crowd, everybody);
      }
    }
    return true;
  }
}
