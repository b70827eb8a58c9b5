package dev.weir.jobs;

import dev.weir.jobs.gateway.GatewayGraphs;
import dev.weir.jobs.start.StartArguments;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The main class of a gateway's job on a cluster: {@code --gateway FILE [--from PATH | --fresh]
 * [--create-topics] [--accept-duplicates] [--accept-gap]}. A refused start throws, and its message
 * is all that is wrong: this may run within the job manager of a cluster that others use, so it
 * never ends the process itself. Flink's client shows the message and exits with 1.
 */
public final class GatewayJob {
  private static final Logger LOG = LoggerFactory.getLogger(GatewayJob.class);

  private GatewayJob() {}

  /**
   * Checks and submits.
   *
   * @throws IllegalArgumentException if the arguments are wrong
   * @throws dev.weir.jobs.gateway.FilesRefusedException if the files are
   * @throws dev.weir.jobs.start.StartRefusedException if the world around is
   */
  public static void main(String[] arguments) throws Exception {
    StartArguments start = StartArguments.parse(List.of(arguments));
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
    environment.execute(GatewayGraphs.of(start, environment, warning -> LOG.warn("{}", warning)));
  }
}
