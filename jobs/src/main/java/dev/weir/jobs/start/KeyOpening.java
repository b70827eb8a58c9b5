package dev.weir.jobs.start;

import dev.weir.operators.stage.NeededKeys;
import dev.weir.plan.JobPlan;

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
                    ""));
  }
}
