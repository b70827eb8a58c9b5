package dev.weir.local.command;

import dev.weir.config.document.FileSet;
import dev.weir.config.document.FileSetReader;
import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.metering.books.AgreedTerms;
import dev.weir.metering.books.BooksException;
import dev.weir.metering.books.Terms;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is rated by. */
final class TermsOptions {

  @Option(
      names = "--gateway",
      paramLabel = "FILE",
      description = "A gateway: its agreements and its price book.")
  private @Nullable Path gateway;

  @Option(
      names = "--agreement",
      paramLabel = "FILE",
      description = {
        "An agreement; every version that was in force, each in a file.",
        "Can be given several times."
      })
  private List<Path> agreements = List.of();

  @Option(names = "--prices", paramLabel = "FILE", description = "The price book, if tiers are.")
  private @Nullable Path prices;

  @Option(
      names = "--since",
      paramLabel = "ID@VERSION=INSTANT",
      description = "When a version took the place of the one before; else when its period begins.")
  private Map<String, String> since = new HashMap<>();

  @Nullable Path gateway() {
    return gateway;
  }

  /**
   * @throws CommandFailure if a file has an error, or they do not fit together
   */
  Terms read(CommandContext context) throws BooksException {
    List<Path> paths = new ArrayList<>();
    if (gateway != null) {
      paths.add(gateway);
    }
    paths.addAll(agreements);
    if (prices != null) {
      paths.add(prices);
    }
    Problems problems = new Problems();
    FileSet files = FileSetReader.read(paths, problems);
    problems.sorted().stream()
        .filter(Problem::isError)
        .forEach(problem -> context.say(problem.toString()));
    if (problems.hasErrors()) {
      throw new CommandFailure(Exit.PROBLEM, "");
    }
    return AgreedTerms.of(files, since());
  }

  private Map<String, Instant> since() {
    Map<String, Instant> instants = new HashMap<>();
    since.forEach((version, text) -> instants.put(version, instant(text)));
    return instants;
  }

  private static Instant instant(String text) {
    try {
      return new InstantConverter().convert(text);
    } catch (TypeConversionException notOne) {
      throw new CommandFailure(Exit.USAGE, "What --since says " + notOne.getMessage() + ".");
    }
  }
}
