package dev.weir.local.command;

import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import java.util.stream.Collectors;

/** Files that have been judged, as plans. */
final class Plans {

  private Plans() {}

  /**
   * The product of a plan whose records come from files.
   *
   * @throws CommandFailure if there are several, as a file holds the records of one
   */
  static ProductPlan only(JobPlan plan) {
    if (plan.products().size() != 1) {
      throw new CommandFailure(Exit.PROBLEM, several(plan));
    }
    return plan.products().get(0);
  }

  private static String several(JobPlan plan) {
    return "The agreements release several schema objects ("
        + plan.products().stream()
            .map(product -> product.product() + "." + product.object())
            .collect(Collectors.joining(", "))
        + "), and a file holds the records of one. Name agreements of one object at a time.";
  }
}
