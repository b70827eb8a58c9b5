package dev.weir.privacy.cluster;

import dev.weir.privacy.generalize.Codes;
import java.util.List;

/**
 * Splits a space into regions, each of which forms its cohorts by itself: one for each way in which
 * the parts of the divided axes go together. Who has the same quasi-identifiers is in the same
 * region, whoever they are; nothing but public ends of cells and labels says where.
 */
public record Regions(List<Division> divisions) {

  /** One region. */
  public static final Regions ONE = new Regions(List.of());

  public Regions {
    divisions = List.copyOf(divisions);
  }

  /** How many there are, at least 1; some may lie where nobody can be. */
  public int count() {
    int count = 1;
    for (Division division : divisions) {
      count = Math.multiplyExact(count, division.parts());
    }
    return count;
  }

  /** Of a point, from 0. */
  public int region(Codes point) {
    int region = 0;
    for (Division division : divisions) {
      region = region * division.parts() + division.part(point.get(division.axis()));
    }
    return region;
  }
}
