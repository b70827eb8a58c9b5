package dev.weir.local.command;

import dev.weir.plan.JobPlan;
import dev.weir.plan.ReleasePlan;
import java.util.List;

/** What a token of a crowd costs, where no sample says how much. */
final class TrajectoryLines {

  private TrajectoryLines() {}

  static List<String> of(JobPlan plan) {
    return plan.releases().stream()
        .filter(ReleasePlan::linksCrowdRows)
        .map(ReleasePlan::topic)
        .map(
            topic ->
                topic
                    + ": its tokens link the rows of a person: two or three that somebody knows"
                    + " single out nearly everybody, unless what is kept is coarse. Give --input to"
                    + " count it for your data, or let no token leave.")
        .toList();
  }
}
