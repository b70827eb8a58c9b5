package dev.weir.bench.subjects;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command: prints one row of a table. */
@Command(
    name = "bench/run crowds",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures crowds of many people in RocksDB: speed, and bytes of a savepoint.")
final class CrowdsMain implements Callable<Integer> {

  @Option(
      names = "--people",
      defaultValue = "1000000",
      paramLabel = "N",
      description = "(${DEFAULT-VALUE})")
  private long people;

  @Option(
      names = "--parallelism",
      defaultValue = "1",
      paramLabel = "N",
      description = "of the stage that forms crowds (${DEFAULT-VALUE})")
  private int parallelism;

  @Option(
      names = "--regions",
      defaultValue = "1",
      paramLabel = "N",
      description = "that form crowds by themselves: 1, 2, 4 or 8 (${DEFAULT-VALUE})")
  private int regions;

  @Option(names = "--risk", description = "measure the risk of what leaves, too")
  private boolean risk;

  @Option(
      names = "--directory",
      required = true,
      paramLabel = "DIR",
      description = "an empty one, for RocksDB's files, checkpoints and a savepoint")
  private Path directory = Path.of("");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private CrowdsMain() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new CrowdsMain()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    CrowdCost cost =
        new CrowdJob(people, parallelism, regions, risk, directory.toAbsolutePath()).measure();
    PrintWriter out = spec.commandLine().getOut();
    out.println(CrowdCost.HEAD);
    out.println(cost.text());
    out.flush();
    return 0;
  }
}
