package dev.weir.local.command;

import dev.weir.jobs.start.ResumeChoice;
import dev.weir.jobs.start.StartArguments;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs a gateway's job on this machine until it is stopped. */
@Command(
    name = "start",
    description = {
      "Runs the streaming job of a gateway on this machine, against its Kafka, until Ctrl-C.",
      "Everything is checked before anything starts. It goes on from the newest checkpoint."
    },
    mixinStandardHelpOptions = true)
final class StartCommand implements Callable<Integer> {

  private final CommandContext context;

  @Option(names = "--gateway", required = true, paramLabel = "FILE", description = "The gateway.")
  private Path gateway = Path.of("");

  @Option(
      names = "--create-topics",
      description = "Make the topics that are written and missing, with the agreed retention.")
  private boolean createTopics;

  @Option(
      names = "--accept-duplicates",
      description = "Release again what was released since the state was made; it is recorded.")
  private boolean acceptDuplicates;

  @Option(
      names = "--accept-gap",
      description = "Leave out what the state counts on and was never released; it is recorded.")
  private boolean acceptGap;

  @Option(
      names = "--local-cluster",
      paramLabel = "JAR",
      description = {
        "Run it on Flink's own processes on this machine: a job manager and task managers. JAR is",
        "the jar for a cluster, as mvn package makes it: jobs/target/weir-jobs-*-cluster.jar."
      })
  private @Nullable Path clusterJar;

  @ArgGroup(exclusive = true)
  private Resume resume = new Resume();

  StartCommand(CommandContext context) {
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
        description = "Begin without state: what the topics still hold is released again.")
    private boolean fresh;
  }

  @Override
  public Integer call() throws Exception {
    StartArguments arguments =
        new StartArguments(
            gateway,
            new ResumeChoice(resume.from, resume.fresh, acceptDuplicates, acceptGap),
            createTopics);
    return new RunningJob(context, clusterJar).run(arguments);
  }
}
