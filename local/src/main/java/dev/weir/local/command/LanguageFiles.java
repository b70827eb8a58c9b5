package dev.weir.local.command;

import dev.weir.config.check.NotEnforced;
import dev.weir.config.document.FileSet;
import dev.weir.config.problem.Problems;
import dev.weir.operators.language.JudgedFiles;
import dev.weir.plan.JobPlan;
import dev.weir.plan.PlannedFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files that a command was given, judged together. What is wrong with them is said at once. */
final class LanguageFiles {

  private final CommandContext context;

  /** What may run, and the files that say so. */
  record ToRun(JobPlan plan, FileSet files) {}

  LanguageFiles(CommandContext context) {
    this.context = context;
  }

  /**
   * The plan of what may run: every term is enforced.
   *
   * @throws CommandFailure if one is not, a file has an error, or nothing is released
   */
  ToRun toRun(List<Path> paths) {
    Problems problems = new Problems();
    FileSet files = JudgedFiles.read(paths, problems);
    NotEnforced.refuse(files, problems);
    return new ToRun(withoutErrors(PlannedFiles.local(files, problems), problems), files);
  }

  /**
   * The plan of files to look at: terms that are not enforced yet are warned of, where they change
   * nothing of what becomes of a field.
   *
   * @throws CommandFailure if one does, a file has an error, or nothing is released
   */
  JobPlan toLookAt(List<Path> paths) {
    Problems problems = new Problems();
    FileSet files = JudgedFiles.read(paths, problems);
    NotEnforced.refuseSteps(files, problems);
    return withoutErrors(PlannedFiles.local(files, problems), problems);
  }

  /** As {@link #toLookAt}, of a gateway. */
  JobPlan gatewayToLookAt(Path gateway) {
    Problems problems = new Problems();
    FileSet files = JudgedFiles.readGateway(gateway, problems);
    NotEnforced.refuseSteps(files, problems);
    return withoutErrors(PlannedFiles.ofGateway(files, problems), problems);
  }

  private JobPlan withoutErrors(Optional<JobPlan> plan, Problems problems) {
    problems.sorted().forEach(problem -> context.say(problem.toString()));
    return plan.filter(planned -> !problems.hasErrors())
        .orElseThrow(() -> new CommandFailure(Exit.PROBLEM, ""));
  }
}
