package dev.weir.local.command;

import dev.weir.config.document.FileSet;
import dev.weir.config.problem.Problems;
import dev.weir.local.risk.ReleasedClasses;
import dev.weir.local.risk.ReleasedFile;
import dev.weir.local.risk.ReleasedTopic;
import dev.weir.local.risk.RiskFields;
import dev.weir.local.risk.RiskFigures;
import dev.weir.local.risk.RiskRange;
import dev.weir.operators.language.JudgedFiles;
import dev.weir.privacy.risk.JournalistRisk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Measures how easily somebody is found again in what was released. */
@Command(
    name = "risk",
    description = {
      "Measures how easily somebody is found again in released rows, by their quasi-identifiers.",
      "Rows that show the same ones are a class; it counts people where the subject's token is",
      "released, else rows. Of crowds the rows tell no more than from what to what the risk is.",
      "Measures are those of ARX and sdcMicro: docs/risk.md."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no measure is above its bound, nor can be",
      "1:the files are not right",
      "4:one is, or may be as far as the rows tell: the agreement's risk, of cohorts"
    },
    mixinStandardHelpOptions = true)
final class RiskCommand implements Callable<Integer> {

  private final CommandContext context;

  @Option(
      names = "--release",
      required = true,
      paramLabel = "FILE",
      description = "Released rows, a JSON object each line: TOPIC.jsonl of weir run.")
  private Path released = Path.of("");

  @ArgGroup(exclusive = false, multiplicity = "1")
  private SharingOptions sharing = new SharingOptions();

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Of the release, where the file is not named TOPIC.jsonl.")
  private @Nullable String topic;

  @Option(
      names = "--population",
      paramLabel = "FILE",
      description = "The same release of everybody, of whom those are a part: journalist risk.")
  private @Nullable Path population;

  @Option(
      names = "--fraction",
      paramLabel = "SHARE",
      description = "The share of the population that was released, above 0 and below 1.")
  private @Nullable Double fraction;

  @Mixin private FormatOption format = new FormatOption();

  RiskCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    if (fraction != null && !(fraction > 0 && fraction < 1)) {
      throw new CommandFailure(Exit.USAGE, "--fraction is above 0 and below 1.");
    }
    ReleasedTopic release = release();
    RiskFields fields = release.fields();
    ReleasedClasses classes = classes(released, fields);
    RiskFigures counted =
        RiskFigures.of(
            classes
                .sizes()
                .orElseThrow(
                    () -> new CommandFailure(Exit.PROBLEM, released + " holds no released row.")),
            population == null ? null : journalist(classes, population, fields),
            fraction,
            release.bounds());
    RiskRange range = new RiskRange(counted, atMost(release, classes));
    RiskLines lines = new RiskLines(release, classes.rows(), fields, range);
    context.print(format.json() ? List.of(lines.json()) : lines.text());
    return (range.passes() ? Exit.DONE : Exit.REFUSED).code();
  }

  /** Null: what is counted is so. */
  private static @Nullable RiskFigures atMost(ReleasedTopic release, ReleasedClasses classes) {
    return release
        .crowds()
        .flatMap(crowds -> classes.fewest(crowds.k()))
        .map(fewest -> RiskFigures.of(fewest, null, null, release.bounds()))
        .orElse(null);
  }

  private FileSet files() {
    Problems problems = new Problems();
    FileSet files = JudgedFiles.read(sharing.files(), problems);
    problems.sorted().forEach(problem -> context.say(problem.toString()));
    if (problems.hasErrors()) {
      throw new CommandFailure(Exit.PROBLEM, "");
    }
    return files;
  }

  /** That of the topic which is named, or which the file is named by. */
  private ReleasedTopic release() {
    String wanted = topic == null ? bare(released) : topic;
    List<ReleasedTopic> releases = ReleasedTopic.of(files());
    return releases.stream()
        .filter(release -> release.topic().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new CommandFailure(
                    Exit.USAGE,
                    "--topic is one of "
                        + releases.stream()
                            .map(ReleasedTopic::topic)
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  private static String bare(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(".jsonl") ? name.substring(0, name.length() - ".jsonl".length()) : name;
  }

  private static ReleasedClasses classes(Path file, RiskFields fields) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new CommandFailure(Exit.PROBLEM, file + " is no file.");
    }
    ReleasedClasses classes = new ReleasedClasses(fields);
    try {
      new ReleasedFile(file, fields.shape()).read(classes::add);
    } catch (ReleasedFile.NotARowException notOne) {
      throw new CommandFailure(
          Exit.PROBLEM, notOne.getMessage() + ". Give rows as weir run writes them.");
    }
    return classes;
  }

  private static JournalistRisk journalist(
      ReleasedClasses classes, Path population, RiskFields fields) throws IOException {
    return classes
        .within(classes(population, fields))
        .map(JournalistRisk::new)
        .orElseThrow(
            () ->
                new CommandFailure(
                    Exit.PROBLEM,
                    population
                        + " lacks somebody who was released: give the same release of everybody."));
  }
}
