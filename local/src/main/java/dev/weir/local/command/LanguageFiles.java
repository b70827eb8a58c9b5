package dev.weir.local.command;

import dev.weir.config.check.NotEnforced;
import dev.weir.config.check.Validator;
import dev.weir.config.document.FileSet;
import dev.weir.config.document.FileSetReader;
import dev.weir.config.problem.Problems;
import java.nio.file.Path;
import java.util.List;

/** The files that a command was given, judged together. What is wrong with them is said at once. */
final class LanguageFiles {

  private final CommandContext context;

  LanguageFiles(CommandContext context) {
    this.context = context;
  }

  /**
   * Files that may run: every term is enforced.
   *
   * @throws CommandFailure if one is not, or a file has an error
   */
  FileSet toRun(List<Path> paths) {
    Problems problems = new Problems();
    FileSet files = judged(paths, problems);
    NotEnforced.refuse(files, problems);
    return withoutErrors(files, problems);
  }

  /**
   * Files to look at: terms that are not enforced yet are warned of, where they change nothing of
   * what becomes of a field.
   *
   * @throws CommandFailure if one does, or a file has an error
   */
  FileSet toLookAt(List<Path> paths) {
    Problems problems = new Problems();
    FileSet files = judged(paths, problems);
    NotEnforced.refuseSteps(files, problems);
    return withoutErrors(files, problems);
  }

  static FileSet judged(List<Path> paths, Problems problems) {
    FileSet files = FileSetReader.read(paths, problems);
    Validator.check(files, problems);
    return files;
  }

  private FileSet withoutErrors(FileSet files, Problems problems) {
    problems.sorted().forEach(problem -> context.say(problem.toString()));
    if (problems.hasErrors()) {
      throw new CommandFailure(Exit.PROBLEM, "");
    }
    return files;
  }
}
