package dev.weir.bench.subjects;

import dev.weir.jobs.graph.CheckpointSettings;
import dev.weir.jobs.graph.Hardening;
import dev.weir.operators.stage.SubjectKeyFunction;
import dev.weir.operators.state.StreamType;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job that draws the keys of all subjects, and then looks each up. */
record SubjectJob(long subjects, int parallelism, Path directory) {

  private static final Duration INTERVAL = Duration.ofSeconds(10);

  SubjectCost measure() throws Exception {
    SubjectCount.FRESH.reset();
    SubjectCount.KNOWN.reset();
    JobClient job = started();
    long newMs = until(SubjectCount.FRESH, job);
    SubjectCount.KNOWN.reset();
    long knownMs = until(SubjectCount.KNOWN, job);
    long disk = bytes(rocksDb());
    String savepoint =
        job.stopWithSavepoint(
                false,
                directory.resolve("savepoint").toUri().toString(),
                SavepointFormatType.CANONICAL)
            .get();
    return new SubjectCost(
        subjects, parallelism, newMs, knownMs, disk, bytes(Path.of(URI.create(savepoint))));
  }

  private JobClient started() throws Exception {
    Configuration local = new Configuration();
    local.set(RocksDBOptions.LOCAL_DIRECTORIES, rocksDb().toString());
    local.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(local);
    String checkpoints = directory.resolve("checkpoints").toUri().toString();
    Hardening.ofStream(CheckpointSettings.of(checkpoints, "bench", INTERVAL)).applyTo(environment);
    environment.setParallelism(parallelism);
    environment
        .fromSequence(0, Long.MAX_VALUE)
        .setParallelism(1)
        .uid("numbers")
        .map(new SubjectNames(subjects))
        .returns(StreamType.EVENT)
        .setParallelism(1)
        .uid("names")
        .keyBy(SubjectKeyFunction::keyOf, StreamType.VALUE_NAME)
        .process(new SubjectKeyFunction("bench"), StreamType.EVENT)
        .uid("keys")
        .sinkTo(new SubjectCount())
        .uid("count");
    return environment.executeAsync("subjects");
  }

  /** How long it took until so many were counted. */
  private long until(LongAdder count, JobClient job) throws Exception {
    long began = System.nanoTime();
    while (count.sum() < subjects) {
      if (job.getJobStatus().get().isGloballyTerminalState()) {
        throw new IllegalStateException("the job ended: " + job.getJobExecutionResult().get());
      }
      Thread.sleep(50);
    }
    return Duration.ofNanos(System.nanoTime() - began).toMillis();
  }

  private Path rocksDb() {
    return directory.resolve("rocksdb");
  }

  private static long bytes(Path directory) throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }
}
