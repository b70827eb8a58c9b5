package dev.weir.config.odcs;

import dev.weir.config.problem.Rule;

/** What the standard asks of a contract. */
public enum OdcsRule implements Rule {
  ODCS_SHAPE(
      "odcs-shape",
      "A product has the shape of the Open Data Contract Standard's version that it names: the keys"
          + " that the standard has at their place, and values of their kind.");

  private final String id;
  private final String summary;

  OdcsRule(String id, String summary) {
    this.id = id;
    this.summary = summary;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String summary() {
    return summary;
  }
}
