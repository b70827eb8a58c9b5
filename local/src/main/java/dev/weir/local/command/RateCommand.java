package dev.weir.local.command;

import dev.weir.jobs.start.ResumeChoice;
import dev.weir.jobs.start.StartArguments;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a gateway's rating on this machine until it is stopped. */
@Command(
    name = "rate",
    description = {
      "Runs the job that rates a gateway's usage on this machine, until Ctrl-C: it reads the usage",
      "topics, each event once, and writes lines of charges to <prefix>.charges: docs/metering.md.",
      "It goes on from its newest checkpoint."
    },
    mixinStandardHelpOptions = true)
final class RateCommand implements Callable<Integer> {

  private final CommandContext context;

  @Option(names = "--gateway", required = true, paramLabel = "FILE", description = "The gateway.")
  private Path gateway = Path.of("");

  @Option(
      names = "--agreement",
      paramLabel = "FILE",
      description = "An earlier version of one of its agreements. Can be given several times.")
  private List<Path> agreements = List.of();

  @Option(
      names = "--since",
      paramLabel = "ID@VERSION=INSTANT",
      description = "When a version took the place of the one before; else when its period begins.")
  private Map<String, String> since = new HashMap<>();

  @Option(names = "--create-topics", description = "Make the topics that are written and missing.")
  private boolean createTopics;

  @ArgGroup(exclusive = true)
  private Resume resume = new Resume();

  @Option(
      names = "--local-cluster",
      paramLabel = "JAR",
      description = "Run it on Flink's own processes on this machine, as weir start does.")
  private @Nullable Path clusterJar;

  RateCommand(CommandContext context) {
    this.context = context;
  }

  /** At most one of the two. */
  static final class Resume {
    @Option(
        names = "--from",
        paramLabel = "PATH",
        description = "Go on from this checkpoint or savepoint.")
    private @Nullable String from;

    @Option(
        names = "--fresh",
        description = {
          "Begin without state: all usage is rated again. Only once the charges and their progress",
          "are deleted: docs/metering.md."
        })
    private boolean fresh;
  }

  @Override
  public Integer call() throws Exception {
    List<String> files = new ArrayList<>();
    agreements.forEach(file -> files.add(file.toAbsolutePath().toString()));
    List<String> instants = new ArrayList<>();
    since.forEach((version, instant) -> instants.add(version + "=" + instant));
    StartArguments arguments =
        new StartArguments(
            gateway,
            new ResumeChoice(resume.from, resume.fresh),
            createTopics,
            new StartArguments.RatingTerms(files, instants));
    try {
      return new RunningJob(context, clusterJar).run(arguments);
    } catch (IllegalArgumentException wrong) {
      throw new CommandFailure(Exit.PROBLEM, String.valueOf(wrong.getMessage()));
    }
  }
}
