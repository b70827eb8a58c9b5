package dev.weir.local.command;

import dev.weir.config.problem.Problem;
import dev.weir.jobs.gateway.FilesRefusedException;
import dev.weir.jobs.start.EnvironmentRule;
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
import org.jspecify.annotations.Nullable;

/** A job of a gateway on this machine, from its start to its end, and what is said of it. */
final class RunningJob {

  private final CommandContext context;
  private final @Nullable Path clusterJar;

  /**
   * @param clusterJar null: it runs in this process
   */
  RunningJob(CommandContext context, @Nullable Path clusterJar) {
    this.context = context;
    this.clusterJar = clusterJar;
  }

  /** Until it ends; the exit code. */
  int run(StartArguments arguments) throws Exception {
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
