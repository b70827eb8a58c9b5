package dev.weir.bench.e2e;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;

/** Runs every job once a round, each round beginning with another. */
final class Rounds {

  private static final String HEAP = "2g";
  private static final int ATTEMPTS = 6;

  private final Child child;
  private final PassTask common;
  private final double calm;
  private final List<String> profiling;

  /**
   * @param common what the tasks of all jobs have in common
   * @param calm processors that others may use meanwhile
   * @param profiling options of Java for the process of a pass
   */
  Rounds(Child child, PassTask common, double calm, List<String> profiling) {
    this.child = child;
    this.common = common;
    this.calm = calm;
    this.profiling = profiling;
  }

  List<Map<Job, PassResult>> run(int rounds)
      throws IOException, InterruptedException, ExecutionException {
    warmBroker();
    List<Map<Job, PassResult>> results = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      results.add(round(round));
    }
    return results;
  }

  /** A broker that has just begun takes several times as much for a record. */
  private void warmBroker() throws IOException, InterruptedException, ExecutionException {
    PassTask task = task(-1, Job.IDENTITY);
    pass(task);
    PassTopics.delete(task.bootstrapServers(), task.output());
  }

  private Map<Job, PassResult> round(int round)
      throws IOException, InterruptedException, ExecutionException {
    Map<Job, PassResult> results = new EnumMap<>(Job.class);
    Map<Job, Map<Long, List<ByteBuffer>>> samples = new EnumMap<>(Job.class);
    Job[] jobs = Job.values();
    for (int i = 0; i < jobs.length; i++) {
      PassTask task = task(round, jobs[(round + i) % jobs.length]);
      results.put(task.job(), calmPass(task));
      samples.put(task.job(), OutputCheck.of(task));
      print("round " + (round + 1), task.job(), results.get(task.job()));
      PassTopics.delete(task.bootstrapServers(), task.output());
    }
    if (!Objects.equals(samples.get(Job.NAIVE), samples.get(Job.WEIR))) {
      throw new IllegalStateException("the naive job and Weir do not give the same records");
    }
    return results;
  }

  private PassTask task(int round, Job job) {
    return new PassTask(
        job,
        common.format(),
        common.bootstrapServers(),
        common.brokerPid(),
        common.source(),
        common.records(),
        common.small(),
        common.smallRecords(),
        "out." + round + "." + job.word(),
        common.directory());
  }

  /** Again while the machine has other things to do; what it came to last counts in any case. */
  private PassResult calmPass(PassTask task)
      throws IOException, InterruptedException, ExecutionException {
    PassResult result = pass(task);
    for (int i = 1; i < ATTEMPTS && result.othersProcessors() > calm; i++) {
      print("not calm", task.job(), result);
      PassTopics.delete(task.bootstrapServers(), task.output());
      result = pass(task);
    }
    return result;
  }

  private PassResult pass(PassTask task) throws IOException, InterruptedException {
    Path file = task.directory().resolve(task.output() + ".task");
    Path result = task.directory().resolve(task.output() + ".result");
    task.write(file);
    List<String> options =
        profiling.stream().map(option -> option.replace("{}", task.output())).toList();
    Child.run(child.of(PassMain.class, HEAP, options, file.toString(), result.toString()));
    Files.delete(file);
    return PassResult.read(result);
  }

  private static void print(String what, Job job, PassResult result) {
    System.err.printf(
        Locale.ROOT,
        "%-8s %-8s %,9.0f rec/s, client %.2f us/rec, broker %.2f us/rec;"
            + " subtracted: %.2f s, client %.2f s; others: %.2f processors%n",
        what,
        job.word(),
        result.recordsPerSecond(),
        result.clientMicros(),
        result.brokerMicros(),
        result.small().wall() / 1e9,
        result.small().client() / 1e9,
        result.othersProcessors());
  }
}
