package dev.weir.local.command;

import dev.weir.config.document.FileSet;
import dev.weir.config.gateway.Gateway;
import dev.weir.plan.JobPlan;
import dev.weir.plan.Planner;
import dev.weir.plan.ProductPlan;
import java.util.stream.Collectors;

/** Files that have been judged, as plans. */
final class Plans {

  private static final String LOCAL = "local";
  private static final String PREFIX = "weir";

  private Plans() {}

  /** The plan of a job over files. */
  static JobPlan local(FileSet files) {
    return notEmpty(Planner.plan(LOCAL, PREFIX, files));
  }

  /** The plan of the only gateway's job. */
  static JobPlan ofGateway(FileSet files) {
    if (files.gateways().size() != 1) {
      throw new CommandFailure(
          Exit.PROBLEM, "--gateway asks for a file of kind Gateway. Name one, or use --product.");
    }
    Gateway gateway = files.gateways().get(0).value();
    return notEmpty(Planner.plan(gateway.id(), gateway.topicPrefix(), files));
  }

  private static JobPlan notEmpty(JobPlan plan) {
    if (plan.products().isEmpty()) {
      throw new CommandFailure(
          Exit.PROBLEM,
          "The files share nothing: no agreement among them has a release of a product among them."
              + " Name a product (--product) and an agreement about it (--agreement).");
    }
    return plan;
  }

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
