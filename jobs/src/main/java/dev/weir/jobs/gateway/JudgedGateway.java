package dev.weir.jobs.gateway;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.check.NotEnforced;
import dev.weir.config.check.Validator;
import dev.weir.config.document.Document;
import dev.weir.config.document.FileRule;
import dev.weir.config.document.FileSet;
import dev.weir.config.document.FileSetReader;
import dev.weir.config.gateway.Gateway;
import dev.weir.config.problem.Location;
import dev.weir.config.problem.Problems;
import dev.weir.plan.JobPlan;
import dev.weir.plan.Planner;
import java.nio.file.Path;
import java.util.List;

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
    FileSet files = FileSetReader.read(List.of(file), problems);
    Validator.check(files, problems);
    NotEnforced.refuse(files, problems);
    if (!problems.hasErrors() && files.gateways().size() != 1) {
      note(file, problems, "This file is no gateway", "Name a file of kind: Gateway");
    }
    refuse(problems);
    Gateway gateway = files.gateways().get(0).value();
    JobPlan plan = Planner.plan(gateway.id(), gateway.topicPrefix(), files);
    if (plan.products().isEmpty()) {
      note(file, problems, "No agreement releases anything", "Name agreements about its products");
    }
    refuse(problems);
    return new JudgedGateway(files.gateways().get(0), files.agreements(), plan);
  }

  private static void note(Path file, Problems problems, String message, String mend) {
    problems.add(FileRule.UNKNOWN_KIND, Location.start(file.toString()), "", message, mend);
  }

  static void refuse(Problems problems) {
    if (problems.hasErrors()) {
      throw new FilesRefusedException(problems.sorted());
    }
  }
}
