package dev.weir.privacy.measure;

import java.util.List;

/**
 * What is published of a measure in one group.
 *
 * @param estimates one, or one for each bucket or rank
 * @param listed whether it is a list, be it of one
 */
public record Figure(List<Estimate> estimates, boolean listed) {

  public Figure {
    estimates = List.copyOf(estimates);
  }

  static Figure of(Estimate only) {
    return new Figure(List.of(only), false);
  }
}
