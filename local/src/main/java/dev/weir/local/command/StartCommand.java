package dev.weir.local.command;

import dev.weir.config.problem.Problem;
import dev.weir.jobs.gateway.FilesRefusedException;
import dev.weir.jobs.start.EnvironmentRule;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.jobs.start.StartArguments;
import dev.weir.jobs.start.StartRefusedException;
import dev.weir.local.gateway.ClusterGateway;
import dev.weir.local.gateway.Ending;
import dev.weir.local.gateway.RunningGateway;
import dev.weir.local.gateway.StartedGateway;
import dev.weir.local.session.DistributionMissingException;
import dev.weir.local.session.FlinkDistribution;
import dev.weir.local.session.RestRefusal;
import dev.weir.operators.stage.JobStoppedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
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
    try (StartedGateway running = started(arguments)) {
      String from = running.resumedFrom();
      context.say(from == null ? "It begins without state." : "It goes on from " + from);
      context.say("Flink's page: " + running.webPage() + " (Ctrl-C stops with a savepoint)");
      return ended(running.untilItEnds());
    } catch (JobStoppedException ended) {
      context.say("Nothing is lost: after the mend, a start goes on from the last checkpoint.");
      throw ended; // told as such an end is told everywhere, by its kind
    } catch (FilesRefusedException refused) {
      refused.problems().forEach(problem -> context.say(problem.toString()));
      return Exit.PROBLEM.code();
    } catch (StartRefusedException refused) {
      refused.problems().forEach(problem -> context.say(problem.toString()));
      return refusedBy(refused.problems()).code();
    }
  }

  private StartedGateway started(StartArguments arguments)
      throws IOException, InterruptedException {
    if (clusterJar == null) {
      return RunningGateway.start(arguments, this::say, this::stopped);
    }
    if (!Files.isRegularFile(clusterJar)) {
      throw new NoSuchFileException(clusterJar.toString());
    }
    Path logs = context.logs().resolve("local-cluster");
    try {
      FlinkDistribution flink = FlinkDistribution.find(context.environment());
      return ClusterGateway.start(
          flink, clusterJar, logs, arguments, this::say, this::say, this::stopped);
    } catch (DistributionMissingException missing) {
      throw new CommandFailure(Exit.ENVIRONMENT, missing.getMessage() + ".");
    } catch (RestRefusal refused) {
      throw new CommandFailure(
          Exit.ENVIRONMENT, refused.getMessage() + ". What it says stands in " + logs + ".");
    }
  }

  /** The world is mended first: what else is wrong shows when it is. */
  private static Exit refusedBy(List<Problem> problems) {
    boolean progress =
        problems.stream().allMatch(problem -> EnvironmentRule.isOfProgress(problem.rule()));
    return progress ? Exit.REFUSED : Exit.ENVIRONMENT;
  }

  private void say(Object what) {
    context.say(what.toString());
  }

  private void stopped(@Nullable String savepoint) {
    context.say(
        savepoint == null
            ? "Stopped without a savepoint. A start goes on from its last checkpoint."
            : "Stopped. A start goes on from the savepoint " + savepoint);
    context.terminal().err().flush();
  }

  private int ended(Ending ending) {
    if (ending instanceof Ending.Failed failed) {
      context.say(failed.why());
      context.say("Nothing is lost: a start goes on from the last checkpoint.");
      return Exit.ENVIRONMENT.code();
    }
    if (ending instanceof Ending.Stopped) {
      context.say("The job was stopped. A start goes on from its last checkpoint.");
    }
    return Exit.DONE.code();
  }
}
