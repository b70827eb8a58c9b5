package dev.weir.privacy.risk;

import java.util.List;

/**
 * Risk from one who does not know whether the person is in the release: 1 / size of the class in
 * the population that the release is a part of.
 */
public record JournalistRisk(List<Matched> classes) {

  /**
   * A class of the release.
   *
   * @param released its rows
   * @param population how many of the population look so, at least as many
   */
  public record Matched(int released, int population) {
    public Matched {
      if (released < 1 || population < released) {
        throw new IllegalArgumentException("A class is a part of its class of the population");
      }
    }
  }

  public JournalistRisk {
    classes = List.copyOf(classes);
    if (classes.isEmpty()) {
      throw new IllegalArgumentException("A release has classes of at least one row");
    }
  }

  public double highest() {
    return classes.stream().mapToDouble(one -> 1.0 / one.population()).max().orElseThrow();
  }

  /** The share of all rows that one would guess right (Dankar, El Emam 2010). */
  public double marketer() {
    double right =
        classes.stream().mapToDouble(one -> (double) one.released() / one.population()).sum();
    return right / classes.stream().mapToLong(Matched::released).sum();
  }
}
