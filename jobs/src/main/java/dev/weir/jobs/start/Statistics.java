package dev.weir.jobs.start;

import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;

/** Which parts of a plan need what statistics need. */
final class Statistics {

  private static final String KIND = "statistics";

  private Statistics() {}

  /** Whether there is a release of statistics. */
  static boolean in(JobPlan plan) {
    return plan.products().stream().anyMatch(Statistics::in);
  }

  /** As above, of one product. */
  static boolean in(ProductPlan product) {
    return product.releases().stream().anyMatch(release -> release.kind().equals(KIND));
  }
}
