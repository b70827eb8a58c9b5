package dev.weir.bench.subjects;

import dev.weir.jobs.graph.CheckpointSettings;
import dev.weir.jobs.graph.Hardening;
import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.format.JsonRecordFormat;
import dev.weir.operators.format.RecordLimits;
import dev.weir.operators.stage.CohortOperator;
import dev.weir.operators.state.StreamType;
import dev.weir.plan.ReleasePlan;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * A job that finds everybody a crowd, and then lets out more of their rows, with checkpoints all
 * the while.
 */
record CrowdJob(long people, int parallelism, int regions, boolean risk, Path directory) {

  private static final int K = 10;
  private static final Duration INTERVAL = Duration.ofSeconds(10);

  /** Rows of people who are known, until they have been measured for long enough. */
  private static final long KNOWN = 3_000_000;

  CrowdCost measure() throws Exception {
    CrowdCount.reset();
    LossReporter.reset();
    JobClient job = started();
    long unused = Watch.until(CrowdCount.KNOWN::sum, 1, job);
    long already = CrowdCount.KNOWN.sum();
    long millis = Watch.until(CrowdCount.KNOWN::sum, already + KNOWN, job);
    long known = CrowdCount.KNOWN.sum();
    long knownNanos = CrowdCount.KNOWN_NANOS.sum();
    double loss = LossReporter.mean();
    String savepoint =
        job.stopWithSavepoint(
                false,
                directory.resolve("savepoint").toUri().toString(),
                SavepointFormatType.CANONICAL)
            .get();
    return new CrowdCost(
        people,
        parallelism,
        regions,
        CrowdCount.FRESH.sum(),
        CrowdCount.FRESH_NANOS.sum(),
        known,
        knownNanos,
        millis,
        loss,
        Watch.bytes(Path.of(URI.create(savepoint))));
  }

  private JobClient started() throws Exception {
    Configuration local = new Configuration();
    local.set(RocksDBOptions.LOCAL_DIRECTORIES, directory.resolve("rocksdb").toString());
    local.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    local.setString("metrics.reporter.loss.factory.class", LossReporter.class.getName());
    local.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(1024));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(local);
    String checkpoints = directory.resolve("checkpoints").toUri().toString();
    Hardening.ofStream(CheckpointSettings.of(checkpoints, "bench", INTERVAL)).applyTo(environment);
    environment.setParallelism(parallelism);
    ReleasePlan release = CrowdPlan.release(K, regions, risk);
    JsonRecordFormat format = new JsonRecordFormat(RecordLimits.DEFAULT);
    environment
        .fromSequence(0, Long.MAX_VALUE)
        .setParallelism(1)
        .uid("numbers")
        .map(new CrowdRows(release, people))
        .returns(StreamType.COHORT_ROW)
        .setParallelism(1)
        .uid("rows")
        .keyBy(CohortRow::region, Types.INT)
        .transform(
            "crowds",
            StreamType.OUTPUT_RECORD,
            new CohortOperator(release, format, System::currentTimeMillis, true, false, null))
        .uid("crowds")
        .process(new CrowdCount(people), StreamType.OUTPUT_RECORD)
        .uid("count")
        .sinkTo(new DiscardingSink<>())
        .uid("end");
    return environment.executeAsync("crowds");
  }
}
