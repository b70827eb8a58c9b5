package dev.weir.bench.e2e;

import dev.weir.local.cluster.LocalCluster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** Runs a job over a topic, from its first record to its end, all that was read being committed. */
final class Pass {

  private static final long LONGEST = TimeUnit.MINUTES.toNanos(5);

  private final PassTask task;
  private final LocalCluster cluster;
  private final Meter meter;
  private final Reading graphs;

  Pass(PassTask task, LocalCluster cluster, Meter meter) {
    this(task, cluster, meter, new Graphs(task)::of);
  }

  /** A job that reads a topic and writes to another. */
  @FunctionalInterface
  interface Reading {
    StreamGraph of(String source, String output) throws IOException;
  }

  /** Of other jobs than those that are compared by {@link Graphs}. */
  Pass(PassTask task, LocalCluster cluster, Meter meter, Reading graphs) {
    this.graphs = graphs;
    this.task = task;
    this.cluster = cluster;
    this.meter = meter;
  }

  /**
   * What it cost from when the first record was read to when the job had stopped with a savepoint,
   * which commits what is still open. Starting the job is not in it.
   */
  Cost run(String source, long records, String output) throws Exception {
    PassTopics.create(task.bootstrapServers(), output);
    JobID job = cluster.submit(graphs.of(source, output));
    await(job, 1, TimeUnit.MILLISECONDS.toNanos(1));
    Cost begin = meter.read();
    await(job, records, TimeUnit.MILLISECONDS.toNanos(5));
    Path savepoint = task.directory().resolve("savepoint");
    cluster.stopWithSavepoint(job, savepoint.toUri());
    return meter.read().minus(begin);
  }

  private void await(JobID job, long records, long pause) {
    long begin = System.nanoTime();
    long looked = begin;
    while (ReadRecords.count() < records) {
      LockSupport.parkNanos(pause);
      if (System.nanoTime() - looked > TimeUnit.SECONDS.toNanos(5)) {
        looked = System.nanoTime();
        requireAlive(job, looked - begin);
      }
    }
  }

  private void requireAlive(JobID job, long took) {
    JobStatus status = cluster.status(job);
    if (status.isGloballyTerminalState() || took > LONGEST) {
      throw new IllegalStateException(
          "the job is " + status + " after " + ReadRecords.count() + " records");
    }
  }
}
