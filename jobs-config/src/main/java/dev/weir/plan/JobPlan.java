package dev.weir.plan;

import java.io.Serializable;
import java.util.List;

/**
 * What one gateway's job does.
 *
 * @param gateway id of the gateway; {@code local} for a run over a file
 * @param products one per schema object that is read
 */
public record JobPlan(String gateway, List<ProductPlan> products, SinkPlan sink)
    implements Serializable {
  public JobPlan {
    products = List.copyOf(products);
  }

  /** Of all releases' digests: hex, the first 16 bytes of their SHA-256. */
  public String digest() {
    return PlanDigest.of(releases().stream().map(ReleasePlan::digest).sorted().toList());
  }

  /** The releases of all products. */
  public List<ReleasePlan> releases() {
    return products.stream().flatMap(product -> product.releases().stream()).toList();
  }
}
