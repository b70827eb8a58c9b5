package dev.weir.plan;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.document.Document;
import dev.weir.config.document.FileRule;
import dev.weir.config.document.FileSet;
import dev.weir.config.gateway.Gateway;
import dev.weir.config.problem.Location;
import dev.weir.config.problem.Problems;
import java.nio.file.Path;
import java.util.Optional;

/** Plans of files that have been judged; what lacks for a plan is noted as a problem of theirs. */
public final class PlannedFiles {

  private static final String LOCAL = "local";
  private static final String PREFIX = "weir";

  private PlannedFiles() {}

  /**
   * The plan of the only gateway's job.
   *
   * @param file that the user named as the gateway
   * @return empty if the file is no gateway, or nothing is released, or problems stop the work
   */
  public static Optional<JobPlan> ofGateway(Path file, FileSet files, Problems problems) {
    if (!problems.hasErrors() && files.gateways().size() != 1) {
      problems.add(
          FileRule.NO_GATEWAY,
          Location.start(file.toString()),
          "",
          "This file is no gateway",
          "Name a file of kind: Gateway");
    }
    if (problems.hasErrors()) {
      return Optional.empty();
    }
    Gateway gateway = files.gateways().get(0).value();
    return released(
        Planner.plan(gateway.id(), gateway.topicPrefix(), files),
        file,
        "Name agreements about its products",
        problems);
  }

  /**
   * The plan of a job over records in files.
   *
   * @return empty if nothing is released, or problems stop the work
   */
  public static Optional<JobPlan> local(FileSet files, Problems problems) {
    if (problems.hasErrors()) {
      return Optional.empty();
    }
    Path file =
        files.agreements().stream().findFirst().map(Document<Agreement>::file).orElse(Path.of(""));
    return released(
        Planner.plan(LOCAL, PREFIX, files),
        file,
        "Name a product (--product) and an agreement about it (--agreement)",
        problems);
  }

  private static Optional<JobPlan> released(
      JobPlan plan, Path file, String mend, Problems problems) {
    if (plan.products().isEmpty()) {
      problems.add(
          FileRule.NOTHING_RELEASED,
          Location.start(file.toString()),
          "",
          "No agreement among the files releases anything of a product among them",
          mend);
      return Optional.empty();
    }
    return Optional.of(plan);
  }
}
