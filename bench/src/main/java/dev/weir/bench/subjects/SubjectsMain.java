package dev.weir.bench.subjects;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command: prints one line of figures. */
@Command(
    name = "bench/run subjects",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures the keys of many subjects in RocksDB.")
final class SubjectsMain implements Callable<Integer> {

  @Option(
      names = "--subjects",
      defaultValue = "10000000",
      paramLabel = "N",
      description = "(${DEFAULT-VALUE})")
  private long subjects;

  @Option(
      names = "--parallelism",
      defaultValue = "2",
      paramLabel = "N",
      description = "of the stage that keeps them (${DEFAULT-VALUE})")
  private int parallelism;

  @Option(
      names = "--directory",
      required = true,
      paramLabel = "DIR",
      description = "an empty one, for RocksDB's files, checkpoints and a savepoint")
  private Path directory = Path.of("");

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private SubjectsMain() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new SubjectsMain()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    SubjectCost cost = new SubjectJob(subjects, parallelism, directory).measure();
    PrintWriter out = spec.commandLine().getOut();
    out.println(cost.text());
    out.flush();
    return 0;
  }
}
