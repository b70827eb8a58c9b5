package dev.weir.plan.change;

import dev.weir.plan.change.PlanChange.Kind;

/** What is different in how a product's records are read, for all its releases. */
final class ProductChanges {

  private ProductChanges() {}

  /**
   * @param product told under {@code <product>/<object>}
   */
  static void between(Terms product) {
    product.compare("version", Kind.TERMS, "");
    product.compare(
        "subject",
        Kind.TOKENS,
        ": shifts and tokens that can be erased are those of other people than before");
    product.compare("eventTime", Kind.TERMS, ": it says which period a record is of");
    product.compare("jurisdiction", Kind.TERMS, ": it says whose records are released");
  }

  /**
   * @param source told under the product's id
   */
  static void ofSource(Terms source) {
    source.compare(
        "topic",
        Kind.TERMS,
        ": a state that says how far the former was read is refused; without state the gateway's"
            + " startFrom says what is read");
    source.compare("format", Kind.TERMS, ": what was not read yet is taken for that");
    source.compare(
        "trustProducerClock",
        Kind.TERMS,
        ": it says by whose clock records are late for statistics");
  }
}
