package dev.weir.config.odcs;

import dev.weir.config.problem.Rule;

/** What the standard asks of a contract. */
public enum OdcsRule implements Rule {
  ODCS_SHAPE;

  @Override
  public String id() {
    return "odcs-shape";
  }

  @Override
  public String summary() {
    return "A product has the shape of the Open Data Contract Standard's version that it names: the"
        + " keys that the standard has at their place, and values of their kind.";
  }
}
