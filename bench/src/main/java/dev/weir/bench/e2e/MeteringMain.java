package dev.weir.bench.e2e;

import dev.weir.bench.orders.OrderFormat;
import dev.weir.bench.orders.OrderNumber;
import dev.weir.bench.orders.OrderPolicy;
import dev.weir.local.broker.BrokerMain;
import dev.weir.local.broker.BrokerProcess;
import dev.weir.local.cluster.LocalCluster;
import dev.weir.plan.QuotaPlan.Hold;
import dev.weir.plan.QuotaPlan.Limits;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.util.FileUtils;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What the meter costs, and what a partner on hold costs others: passes of all variants,
 * interleaved, in one process that is warm.
 */
@Command(
    name = "bench/run metering",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures the meter, and a partner on hold beside others, in interleaved pairs.")
final class MeteringMain implements Callable<Integer> {

  private static final int WARM_UPS = 2;
  private static final int TENTH = 10;

  @Option(
      names = "--records",
      defaultValue = "500000",
      description = "records of each pass (${DEFAULT-VALUE})")
  private long records;

  @Option(names = "--pairs", defaultValue = "20", description = "(${DEFAULT-VALUE})")
  private int pairs;

  @Option(
      names = "--variants",
      split = ",",
      description = "the jobs that are run (all); held needs two, for its rate is a tenth of it")
  private List<Variant> variants = List.of(Variant.values());

  @Option(
      names = "--offered",
      paramLabel = "N",
      defaultValue = "" + OrderFeed.AT_ONCE,
      description =
          "records/s that come while a job runs, so that it need not do more; client CPU is then"
              + " with those who put them. Without it all are there, and a job does what it can")
  private long offered;

  private @Nullable Limits limits;

  private MeteringMain() {}

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new MeteringMain())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .execute(args));
  }

  @Override
  public Integer call() throws Exception {
    Path directory = Files.createTempDirectory("weir-bench-");
    BenchKeys.create(directory.resolve("keys"));
    Child child = new Child(directory);
    try (BrokerProcess broker =
            BrokerProcess.start(
                child.of(
                    BrokerMain.class, "1g", List.of(), directory.resolve("broker").toString()));
        LocalCluster cluster =
            LocalCluster.start(1, 2, Configuration.fromMap(ReadRecords.options()))) {
      measure(task(broker, directory), cluster, new Meter(broker.pid()));
    } finally {
      FileUtils.deleteDirectory(directory.toFile());
    }
    return 0;
  }

  private PassTask task(BrokerProcess broker, Path directory) throws Exception {
    String source = "json.orders";
    PassTopics.create(broker.bootstrapServers(), source);
    PassTopics.create(broker.bootstrapServers(), OrderPolicy.PARTNER + ".usage");
    OrderFeed.fill(broker.bootstrapServers(), source, OrderFormat.JSON, records);
    return new PassTask(
        Job.WEIR,
        OrderFormat.JSON,
        broker.bootstrapServers(),
        broker.pid(),
        source,
        records,
        source,
        records,
        "",
        directory);
  }

  private void measure(PassTask task, LocalCluster cluster, Meter meter) throws Exception {
    MeteringResults results = new MeteringResults(variants, pairs);
    for (int round = -WARM_UPS; round < pairs; round++) {
      for (int next = 0; next < variants.size(); next++) {
        Variant variant = variants.get(Math.floorMod(round + next, variants.size()));
        run(task, cluster, meter, variant, round, results);
      }
    }
    results.report();
  }

  private void run(
      PassTask task,
      LocalCluster cluster,
      Meter meter,
      Variant variant,
      int round,
      MeteringResults results)
      throws Exception {
    String output = "out." + variant.word() + "." + (round + WARM_UPS);
    if (variant.hasSecond()) {
      PassTopics.create(task.bootstrapServers(), VariantGraphs.second(output));
    }
    Limits held = variant == Variant.HELD ? limits : null;
    if (variant == Variant.HELD && held == null) {
      return; // its rate is not known before the others have run
    }
    Pass pass = new Pass(task, cluster, meter, new VariantGraphs(task, variant, held)::of);
    Cost cost =
        offered == OrderFeed.AT_ONCE
            ? pass.run(task.source(), records, output)
            : offered(pass, task, output);
    double rate = records * 1e9 / cost.wall();
    if (variant == Variant.TWO && round < 0) {
      limits = hold(Math.round(rate / TENTH));
    }
    double ofLimit = check(task, variant, output, cost);
    double micros = cost.client() / 1e3 / records;
    if (round >= 0) {
      results.put(variant, round, rate, micros);
      if (variant == Variant.HELD) {
        results.putOfLimit(round, ofLimit);
      }
    }
    System.err.printf(
        Locale.ROOT,
        "%3d %-9s %,9.0f rec/s, client %.2f us/rec%n",
        round,
        variant.word(),
        rate,
        micros);
    PassTopics.delete(task.bootstrapServers(), output);
  }

  /** Over a topic of its own, which fills meanwhile. */
  private Cost offered(Pass pass, PassTask task, String output) throws Exception {
    String source = output + ".source";
    PassTopics.create(task.bootstrapServers(), source);
    CompletableFuture<Void> feed =
        CompletableFuture.runAsync(
            () -> OrderFeed.fill(task.bootstrapServers(), source, task.format(), records, offered));
    Cost cost = pass.run(source, records, output);
    feed.get();
    return cost;
  }

  private Limits hold(long perSecond) {
    Hold most = new Hold(records / TENTH, "PT10M");
    return new Limits(perSecond, null, null, null, null, null, "hold", most);
  }

  /**
   * Others have all, each record once; the one on hold what its rate lets out, in its order.
   *
   * @return what left of it ÷ what may; 0: none is on hold
   */
  private double check(PassTask task, Variant variant, String output, Cost cost) {
    long[] others = {0};
    CommittedReader.read(task.bootstrapServers(), output, record -> others[0]++);
    require(others[0] == records, "others have " + others[0]);
    if (variant != Variant.HELD) {
      return 0;
    }
    Map<String, Long> order = new HashMap<>();
    long[] left = {0};
    CommittedReader.read(
        task.bootstrapServers(),
        VariantGraphs.second(output),
        record -> {
          left[0]++;
          long number = OrderNumber.of(record.value());
          Long before = order.put(new String(record.key(), StandardCharsets.US_ASCII), number);
          require(before == null || before < number, "order " + number + " after " + before);
        });
    long perSecond =
        Objects.requireNonNull(Objects.requireNonNull(limits).recordsPerSecond(), "a rate");
    double allowed = perSecond * (cost.wall() / 1e9 + 1);
    require(left[0] <= allowed * 1.02, left[0] + " left and " + allowed + " may");
    return left[0] / allowed;
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalStateException(what);
    }
  }
}
