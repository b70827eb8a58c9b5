package dev.weir.local.command;

import dev.weir.config.document.FileSet;
import dev.weir.config.document.FileSetReader;
import dev.weir.config.price.PriceBook;
import dev.weir.config.problem.Problems;
import java.nio.file.Path;
import java.util.List;

/** A price book that a command names. */
final class PriceBooks {

  private PriceBooks() {}

  /**
   * @throws CommandFailure if it has an error, or the file is something else
   */
  static PriceBook read(Path file, CommandContext context) {
    Problems problems = new Problems();
    FileSet files = FileSetReader.read(List.of(file), problems);
    problems.sorted().forEach(problem -> context.say(problem.toString()));
    if (problems.hasErrors() || files.priceBooks().size() != 1) {
      String what = problems.hasErrors() ? "" : file + " is no price book.";
      throw new CommandFailure(Exit.PROBLEM, what);
    }
    return files.priceBooks().get(0).value();
  }
}
