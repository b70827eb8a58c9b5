package dev.weir.jobs.start;

import dev.weir.operators.stage.NeededKeys;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.tokenization.KeyException;
import java.util.stream.Collectors;

/** That every key which a plan needs opens. */
final class KeyOpening {

  private KeyOpening() {}

  static void check(JobPlan plan, GatewaySettings gateway, Findings findings) {
    NeededKeys.problems(plan.releases(), gateway.keys())
        .forEach(
            problem ->
                findings.add(
                    EnvironmentRule.KEY,
                    Findings.path("keys"),
                    String.valueOf(problem.getMessage()),
                    "",
                    problem.kind() == KeyException.Kind.MISSING ? create(plan) : ""));
  }

  /** It adds what is missing, and leaves what is there. */
  private static String create(JobPlan plan) {
    return plan.releases().stream()
        .map(ReleasePlan::partner)
        .distinct()
        .sorted()
        .collect(Collectors.joining(" --partner ", "weir keys create --keys DIR --partner ", ""));
  }
}
