package dev.weir.bench.e2e;

import dev.weir.local.cluster.LocalCluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.configuration.Configuration;

/** The process of one job in one round: a pass to warm up, small passes, the measured pass. */
final class PassMain {

  private static final int SMALL_PASSES = 3;
  private static final long LONGEST_WARM_UP = 4_000_000;

  private PassMain() {}

  /**
   * @param args the task's file, and where the result is to be written
   */
  public static void main(String[] args) throws Exception {
    PassTask task = PassTask.read(Path.of(args[0]));
    Configuration settings = Configuration.fromMap(ReadRecords.options());
    try (LocalCluster cluster = LocalCluster.start(1, 2, settings)) {
      Pass pass = new Pass(task, cluster, new Meter(task.brokerPid()));
      pass.run(task.source(), Math.min(task.records(), LONGEST_WARM_UP), task.output() + ".warm");
      Cost small = small(task, pass);
      Cost all = pass.run(task.source(), task.records(), task.measuredTopic());
      result(task, small, all).write(Path.of(args[1]));
    }
    System.exit(0); // clients' threads may linger
  }

  /** What a pass costs whatever its length: the median. */
  private static Cost small(PassTask task, Pass pass) throws Exception {
    List<Cost> costs = new ArrayList<>();
    for (int i = 0; i < SMALL_PASSES; i++) {
      costs.add(pass.run(task.small(), task.smallRecords(), task.output() + ".small" + i));
    }
    costs.sort(Comparator.comparingLong(Cost::client));
    return costs.get(SMALL_PASSES / 2);
  }

  private static PassResult result(PassTask task, Cost small, Cost all) {
    return new PassResult(task.records() - task.smallRecords(), all.minus(small), small);
  }
}
