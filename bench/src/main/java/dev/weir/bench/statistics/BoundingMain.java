package dev.weir.bench.statistics;

import dev.weir.bench.e2e.PairedCosts;
import dev.weir.bench.e2e.Pairs;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
    List<Through> all = List.of(Through.values());
    PairedCosts<Through> costs = new PairedCosts<>(Through.class, all, pairs);
    for (int round = -WARM_UPS; round < pairs; round++) {
      for (int next = 0; next < all.size(); next++) {
        run(all.get(Math.floorMod(round + next, all.size())), round, costs);
      }
    }
    report(costs);
  }

  private void run(Through through, int round, PairedCosts<Through> costs) throws Exception {
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
      note(through, round, records / seconds, used, costs);
    } finally {
      FileUtils.deleteDirectory(directory.toFile());
    }
  }

  private static void note(
      Through through, int round, double rate, double used, PairedCosts<Through> costs) {
    System.err.printf(
        Locale.ROOT, "%3d %-20s %,9.0f rec/s, %.2f us/rec%n", round, through.word(), rate, used);
    if (round >= 0) {
      costs.put(through, round, rate, used);
    }
  }

  /** Of the process, all threads, in ns. */
  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void report(PairedCosts<Through> costs) {
    PairedCosts.printHead();
    row("identity", costs.rates(Through.STATISTICS, Through.IDENTITY));
    row("identity with state", costs.rates(Through.STATISTICS, Through.IDENTITY_WITH_STATE));
    costs.printSpreads(Through::word);
  }

  private static void row(String to, Pairs ratios) {
    PairedCosts.print("records/s, statistics / " + to, ratios, "at least 0.8");
  }
}
