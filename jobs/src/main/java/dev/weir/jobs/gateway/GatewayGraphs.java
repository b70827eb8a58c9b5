package dev.weir.jobs.gateway;

import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.jobs.start.GatewaySettings;
import dev.weir.jobs.start.GatewayStart;
import dev.weir.jobs.start.StartArguments;
import dev.weir.jobs.start.StartCheck;
import dev.weir.jobs.start.StartFacts;
import dev.weir.jobs.start.StartRefusedException;
import dev.weir.plan.JobPlan;
import java.util.function.Consumer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** The job of a gateway's file. */
public final class GatewayGraphs {

  private GatewayGraphs() {}

  /**
   * Reads, judges, asks the world, registers the releases' schemas and builds, in this order. What
   * is refused has changed nothing outside, but for schemas that a registry took before it refused
   * another, or before the broker refused to make topics.
   *
   * @param warnings told what does not stop the start
   * @throws FilesRefusedException if the files are wrong
   * @throws StartRefusedException if Kafka, the registry, keys or storage are
   */
  public static StreamGraph of(
      StartArguments arguments,
      StreamExecutionEnvironment environment,
      Consumer<Problem> warnings) {
    return planned(arguments, environment, warnings).graph();
  }

  /** What a job does, and the graph that does it. */
  public record Planned(JobPlan plan, StreamGraph graph) {}

  /** As {@link #of}, with the plan. */
  public static Planned planned(
      StartArguments arguments,
      StreamExecutionEnvironment environment,
      Consumer<Problem> warnings) {
    if (arguments.rating() != null) {
      return RatingGraphs.planned(arguments, arguments.rating(), environment, warnings);
    }
    Problems files = new Problems();
    Problems world = new Problems();
    JudgedGateway judged = JudgedGateway.read(arguments.gateway(), files);
    GatewaySettings settings = SettingsOf.of(judged, files, world);
    JudgedGateway.refuse(files);
    files.sorted().forEach(warnings);
    OutputSchemas schemas = new OutputSchemas(judged, settings);
    StartFacts facts =
        StartCheck.check(
            judged.plan(),
            settings,
            arguments.resume(),
            environment.getConfiguration(),
            arguments.createTopics(),
            new FilePlaces(judged),
            world,
            schemas::register);
    return new Planned(
        judged.plan(), GatewayStart.graph(environment, judged.plan(), schemas.settings(), facts));
  }
}
