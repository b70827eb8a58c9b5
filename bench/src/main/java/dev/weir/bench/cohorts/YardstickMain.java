package dev.weir.bench.cohorts;

import dev.weir.privacy.cohort.Mode;
import dev.weir.privacy.crowd.Guarantee;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command: prints the table, line by line as it comes. */
@Command(
    name = "bench/run cohorts",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures cohorts and CASTLE on UCI Adult: loss, delay, two attacks.")
final class YardstickMain implements Callable<Integer> {

  private static final int ANY = Integer.MAX_VALUE;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "DIR",
      description = "adult.csv and its hierarchies, as in ARX's folder data")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private Path data;

  @Option(names = "--k", split = ",", defaultValue = "5,10,50", description = "(${DEFAULT-VALUE})")
  private List<Integer> ks = List.of();

  @Option(
      names = "--appearances",
      split = ",",
      defaultValue = "1,5",
      description = "rows of each person (${DEFAULT-VALUE})")
  private List<Integer> appearances = List.of();

  @Option(names = "--variants", description = "grids, regions, diversity and closeness too")
  private boolean variants;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private CommandSpec spec;

  private YardstickMain() {}

  public static void main(String[] args) {
    System.exit(command().execute(args));
  }

  static CommandLine command() {
    return new CommandLine(new YardstickMain());
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isRegularFile(data.resolve("adult.csv"))) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--data: there is no adult.csv in " + data);
    }
    for (int times : appearances) {
      print("\n### R = " + times + ", D = 1000\n\n" + Measured.HEAD);
      for (int k : ks) {
        table(new Yardstick(data, times), k);
      }
    }
    return 0;
  }

  private void table(Yardstick yardstick, int k) throws IOException {
    print(yardstick.castle("CASTLE, beta = 50, reuse", k, 50, true).line());
    print(yardstick.castle("CASTLE, beta = inf, no reuse", k, ANY, false).line());
    print(yardstick.cohorts("BATCH (mode window)", Mode.WINDOW, k).line());
    print(yardstick.cohorts("COHORT (mode stable)", Mode.STABLE, k).line());
    if (variants) {
      for (Mode mode : Mode.values()) {
        variants(yardstick, k, mode);
      }
    }
  }

  private void variants(Yardstick yardstick, int k, Mode mode) throws IOException {
    String name = mode == Mode.STABLE ? "COHORT" : "BATCH";
    for (int step : List.of(5, 10)) {
      Guarantee guarantee = Guarantee.of(k);
      print(yardstick.cohorts(name + ", ages by " + step, mode, guarantee, step, 1).line());
    }
    for (int regions : List.of(8, 16)) {
      Guarantee guarantee = Guarantee.of(k);
      print(
          yardstick
              .cohorts(name + ", " + regions + " regions", mode, guarantee, 1, regions)
              .line());
    }
    print(yardstick.diverse(name + ", l = 2", mode, k, 2).line());
    print(yardstick.close(name + ", t = 0.3", mode, k, 0.3).line());
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(text);
    out.flush();
  }
}
