package dev.weir.privacy.risk;

import java.util.Map;
import java.util.OptionalDouble;

/**
 * The share of a population that is estimated to be unique in it, from a sample.
 *
 * @param fraction the share of the population that the sample is, above 0 and below 1
 */
public record PopulationUniqueness(ClassSizes sizes, double fraction) {

  public PopulationUniqueness {
    if (!(fraction > 0 && fraction < 1)) {
      throw new IllegalArgumentException("A sample is a part of its population");
    }
  }

  private double population() {
    return sizes.rows() / fraction;
  }

  /**
   * Zayatz 1991: sizes of classes in the sample stand for those in the population. For samples that
   * are not small.
   */
  public double zayatz() {
    double ones = sizes.ofSize(1) * oneDrawn(1);
    double all = 0;
    for (Map.Entry<Integer, Long> size : sizes.classes().entrySet()) {
      all += size.getValue() * oneDrawn(size.getKey());
    }
    double stayUnique = ones / all;
    return sizes.ofSize(1) * stayUnique / fraction / population();
  }

  /** That a sample has exactly one out of a class of this size: hypergeometric. */
  private double oneDrawn(int size) {
    double rows = sizes.rows();
    double probability = size * rows / population();
    for (int other = 1; other < size; other++) {
      double others = Math.max(0, population() - rows - other + 1); // who were not drawn
      probability *= others / (population() - other);
    }
    return probability;
  }

  /**
   * Pitman's model (Hoshino 2001), for small samples; empty where its likelihood has no maximum
   * that can be found.
   */
  public OptionalDouble pitman() {
    if (sizes.ofSize(1) == 0) {
      return OptionalDouble.of(0);
    }
    OptionalDouble uniques = new PitmanModel(sizes).uniques(population());
    return uniques.isEmpty() ? uniques : OptionalDouble.of(uniques.getAsDouble() / population());
  }
}
