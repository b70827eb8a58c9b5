package dev.weir.bench.statistics;

import dev.weir.bench.e2e.Pairs;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.util.FileUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Rows a second through bounding and aggregation, and through an identity, in turns. */
@Command(
    name = "bench/run bounding",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures bounding and aggregation beside an identity that is keyed the same way, in"
          + " interleaved pairs.",
      "With --window-groups: one window of very many groups."
    })
final class BoundingMain implements Callable<Integer> {

  private static final int WARM_UPS = 1;

  @Option(
      names = "--records",
      defaultValue = "2000000",
      description = "of each pass, after as many as warm it up (${DEFAULT-VALUE})")
  private long records;

  @Option(names = "--people", defaultValue = "100000", description = "(${DEFAULT-VALUE})")
  private long people;

  @Option(names = "--groups", defaultValue = "100", description = "(${DEFAULT-VALUE})")
  private int groups;

  @Option(
      names = "--a-day",
      defaultValue = "1000000",
      description = "records of a day of the stream (${DEFAULT-VALUE})")
  private long aDay;

  @Option(names = "--parallelism", defaultValue = "1", description = "(${DEFAULT-VALUE})")
  private int parallelism;

  @Option(names = "--pairs", defaultValue = "12", description = "(${DEFAULT-VALUE})")
  private int pairs;

  @Option(
      names = "--window-groups",
      defaultValue = "0",
      description = "groups of one window, up to 1000000, in place of pairs")
  private int windowGroups;

  private final Map<Through, double[]> rates = new EnumMap<>(Through.class);
  private final Map<Through, double[]> micros = new EnumMap<>(Through.class);

  private BoundingMain() {}

  public static void main(String[] args) {
    System.exit(new CommandLine(new BoundingMain()).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    if (windowGroups > 0) {
      System.out.println(new LargeWindow(windowGroups).measured());
    } else {
      measurePairs();
    }
    return 0;
  }

  private void measurePairs() throws Exception {
    for (Through through : Through.values()) {
      rates.put(through, new double[pairs]);
      micros.put(through, new double[pairs]);
    }
    for (int round = -WARM_UPS; round < pairs; round++) {
      for (int next = 0; next < Through.values().length; next++) {
        run(Through.values()[Math.floorMod(round + next, Through.values().length)], round);
      }
    }
    report();
  }

  private void run(Through through, int round) throws Exception {
    Path directory = Files.createTempDirectory("weir-bench-");
    CountedRows rows = new CountedRows(people, groups, aDay, records, records, false);
    CountedRows.reset();
    try {
      JobClient job =
          new CountedJob(rows, CountedPlan.release(groups), parallelism, directory).start(through);
      Watching.until(() -> CountedRows.BEGAN.get() > 0, job);
      long cpu = cpu();
      Watching.until(() -> CountedRows.ENDED.get() > 0, job);
      double used = (cpu() - cpu) / 1e3 / records;
      job.cancel().get();
      double seconds = (CountedRows.ENDED.get() - CountedRows.BEGAN.get()) / 1e9;
      note(through, round, records / seconds, used);
    } finally {
      FileUtils.deleteDirectory(directory.toFile());
    }
  }

  private void note(Through through, int round, double rate, double used) {
    System.err.printf(
        Locale.ROOT, "%3d %-20s %,9.0f rec/s, %.2f us/rec%n", round, through.word(), rate, used);
    if (round >= 0) {
      at(rates, through)[round] = rate;
      at(micros, through)[round] = used;
    }
  }

  /** Of the process, all threads, in ns. */
  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private void report() {
    System.out.println("| ratio of pairs | median and geometric mean (95 % intervals) | goal |");
    System.out.println("| --- | --- | --- |");
    row("records/s, statistics / identity", rates, Through.IDENTITY);
    row("records/s, statistics / identity with state", rates, Through.IDENTITY_WITH_STATE);
    for (Through through : Through.values()) {
      System.out.printf(
          Locale.ROOT,
          "%s: %,.0f records/s, %.2f us/record of all threads%n",
          through.word(),
          median(at(rates, through)),
          median(at(micros, through)));
    }
  }

  private void row(String what, Map<Through, double[]> of, Through to) {
    double[] ratios = new double[pairs];
    Arrays.setAll(ratios, i -> at(of, Through.STATISTICS)[i] / at(of, to)[i]);
    System.out.println("| " + what + " | " + Pairs.of(ratios).text() + " | at least 0.8 |");
  }

  private static double[] at(Map<Through, double[]> of, Through through) {
    return Objects.requireNonNull(of.get(through));
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
