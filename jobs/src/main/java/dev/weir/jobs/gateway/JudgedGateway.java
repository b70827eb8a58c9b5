package dev.weir.jobs.gateway;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.check.NotEnforced;
import dev.weir.config.document.Document;
import dev.weir.config.document.FileSet;
import dev.weir.config.gateway.Gateway;
import dev.weir.config.problem.Problems;
import dev.weir.operators.language.JudgedFiles;
import dev.weir.plan.JobPlan;
import dev.weir.plan.PlannedFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A gateway's file with all that it names, judged, and the plan of its job. */
record JudgedGateway(
    Document<Gateway> document, List<Document<Agreement>> agreements, JobPlan plan) {

  /**
   * Reads and judges.
   *
   * @param problems takes the warnings
   * @throws FilesRefusedException with all that is wrong
   */
  static JudgedGateway read(Path file, Problems problems) {
    FileSet files = JudgedFiles.readGateway(file, problems);
    NotEnforced.refuse(files, problems);
    Optional<JobPlan> plan = PlannedFiles.ofGateway(files, problems);
    refuse(problems);
    return new JudgedGateway(files.gateways().get(0), files.agreements(), plan.orElseThrow());
  }

  static void refuse(Problems problems) {
    if (problems.hasErrors()) {
      throw new FilesRefusedException(problems.sorted());
    }
  }
}
