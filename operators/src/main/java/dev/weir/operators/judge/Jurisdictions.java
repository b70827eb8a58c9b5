package dev.weir.operators.judge;

import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/** The jurisdictions that a product's releases name: decoders and judges count them alike. */
public final class Jurisdictions {

  private Jurisdictions() {}

  /** All of them, each once, sorted: an event's jurisdiction is an index in this list. */
  public static List<String> named(ProductPlan product) {
    return product.releases().stream()
        .map(ReleasePlan::jurisdictions)
        .filter(Objects::nonNull)
        .flatMap(Collection::stream)
        .distinct()
        .sorted()
        .toList();
  }
}
