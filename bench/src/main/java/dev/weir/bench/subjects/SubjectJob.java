package dev.weir.bench.subjects;

import dev.weir.jobs.graph.CheckpointSettings;
import dev.weir.jobs.graph.Hardening;
import dev.weir.operators.stage.SubjectKeyFunction;
import dev.weir.operators.state.StreamType;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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
    long newMs = Watch.until(SubjectCount.FRESH::sum, subjects, job);
    SubjectCount.KNOWN.reset();
    long knownMs = Watch.until(SubjectCount.KNOWN::sum, subjects, job);
    long disk = Watch.bytes(rocksDb());
    String savepoint =
        job.stopWithSavepoint(
                false,
                directory.resolve("savepoint").toUri().toString(),
                SavepointFormatType.CANONICAL)
            .get();
    return new SubjectCost(
        subjects, parallelism, newMs, knownMs, disk, Watch.bytes(Path.of(URI.create(savepoint))));
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

  private Path rocksDb() {
    return directory.resolve("rocksdb");
  }
}
