package dev.weir.bench.e2e;

import dev.weir.bench.orders.OrderFormat;
import dev.weir.local.broker.BrokerMain;
import dev.weir.local.broker.BrokerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.flink.util.FileUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command: starts the broker, fills the topics, runs the rounds, prints the tables. */
@Command(
    name = "bench/run e2e",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures identity job, naive job and Weir side by side, from Kafka to Kafka.")
final class EndToEnd implements Callable<Integer> {

  private static final long SMALL = 2_000;

  @Option(
      names = "--records",
      defaultValue = "2000000",
      description = "records of each pass (${DEFAULT-VALUE})")
  private long records;

  @Option(names = "--rounds", defaultValue = "5", description = "(${DEFAULT-VALUE})")
  private int rounds;

  @Option(
      names = "--format",
      split = ",",
      defaultValue = "json,avro",
      description = "json, avro or both (${DEFAULT-VALUE})")
  private List<OrderFormat> formats = List.of();

  @Option(
      names = "--calm",
      paramLabel = "N",
      defaultValue = "0.25",
      description =
          "repeat a pass while others use more than so many processors (${DEFAULT-VALUE})")
  private double calm;

  @Option(
      names = "--profile",
      paramLabel = "DIR",
      description = "let Java's flight recorder write every pass there")
  private @Nullable Path profile;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private EndToEnd() {}

  public static void main(String[] args) {
    System.exit(command().execute(args));
  }

  static CommandLine command() {
    return new CommandLine(new EndToEnd()).setCaseInsensitiveEnumValuesAllowed(true);
  }

  @Override
  public Integer call() throws Exception {
    if (records <= SMALL || records > Integer.MAX_VALUE || rounds < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(),
          "--records must be above " + SMALL + " and below 2^31, and --rounds at least 1");
    }
    Path directory = Files.createTempDirectory("weir-bench-");
    try {
      measure(directory);
    } finally {
      FileUtils.deleteDirectory(directory.toFile());
    }
    return 0;
  }

  private void measure(Path directory) throws Exception {
    Child child = new Child(directory);
    BenchKeys.create(directory.resolve("keys"));
    try (BrokerProcess broker =
        BrokerProcess.start(
            child.of(BrokerMain.class, "1g", List.of(), directory.resolve("broker").toString()))) {
      for (OrderFormat format : formats) {
        PassTask common = filled(broker, format, directory);
        List<Map<Job, PassResult>> results =
            new Rounds(child, common, calm, profiling(format)).run(rounds);
        System.out.println(new Report(format, results).markdown());
        PassTopics.delete(broker.bootstrapServers(), format.word());
      }
    }
  }

  private PassTask filled(BrokerProcess broker, OrderFormat format, Path directory)
      throws Exception {
    String source = format.word() + ".orders";
    String small = format.word() + ".few";
    for (String topic : List.of(source, small)) {
      PassTopics.create(broker.bootstrapServers(), topic);
    }
    OrderFeed.fill(broker.bootstrapServers(), source, format, records);
    OrderFeed.fill(broker.bootstrapServers(), small, format, SMALL);
    return new PassTask(
        Job.IDENTITY,
        format,
        broker.bootstrapServers(),
        broker.pid(),
        source,
        records,
        small,
        SMALL,
        "",
        directory);
  }

  private List<String> profiling(OrderFormat format) throws IOException {
    if (profile == null) {
      return List.of();
    }
    Path file = Files.createDirectories(profile.toAbsolutePath());
    return List.of(
        "-XX:StartFlightRecording=settings=profile,filename="
            + file.resolve(format.word() + ".{}.jfr"));
  }
}
