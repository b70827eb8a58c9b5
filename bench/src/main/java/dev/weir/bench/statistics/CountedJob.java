package dev.weir.bench.statistics;

import dev.weir.jobs.graph.CheckpointSettings;
import dev.weir.jobs.graph.Hardening;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.stage.statistics.BoundingOperator;
import dev.weir.operators.stage.statistics.StatisticsOperator;
import dev.weir.operators.stage.statistics.StatisticsSettings;
import dev.weir.operators.state.StreamType;
import dev.weir.operators.statistics.StatisticsRow;
import dev.weir.plan.ReleasePlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * A job whose rows are keyed by their people, with state in RocksDB and a checkpoint every ten
 * seconds, as a gateway has them; before it there is nothing but rows, behind it nothing.
 *
 * @param release that is counted
 * @param directory for RocksDB's files and checkpoints
 */
record CountedJob(CountedRows rows, ReleasePlan release, int parallelism, Path directory) {

  private static final Duration INTERVAL = Duration.ofSeconds(10);

  JobClient start(Through through) throws Exception {
    Configuration local = new Configuration();
    local.set(RocksDBOptions.LOCAL_DIRECTORIES, directory.resolve("rocksdb").toString());
    local.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    local.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.getExecutionEnvironment(local);
    String checkpoints = directory.resolve("checkpoints").toUri().toString();
    Hardening.ofStream(CheckpointSettings.of(checkpoints, "bench", INTERVAL)).applyTo(environment);
    environment.setParallelism(parallelism);
    KeyedStream<StatisticsRow, Integer> keyed = keyed(environment);
    switch (through) {
      case STATISTICS -> end(statistics(keyed));
      case IDENTITY -> end(identity(keyed, false));
      case IDENTITY_WITH_STATE -> end(identity(keyed, true));
    }
    return environment.executeAsync(through.word());
  }

  private KeyedStream<StatisticsRow, Integer> keyed(StreamExecutionEnvironment environment) {
    return environment
        .fromSequence(0, Long.MAX_VALUE)
        .setParallelism(1)
        .uid("numbers")
        .map(rows)
        .returns(StreamType.STATISTICS_ROW)
        .setParallelism(1)
        .uid("rows")
        .assignTimestampsAndWatermarks(
            WatermarkStrategy.<StatisticsRow>forMonotonousTimestamps()
                .withTimestampAssigner((row, before) -> row.eventTime()))
        .setParallelism(1)
        .uid("append times")
        .keyBy(StatisticsRow::shard, Types.INT);
  }

  private static DataStream<StatisticsRow> identity(
      KeyedStream<StatisticsRow, Integer> keyed, boolean counts) {
    return keyed.process(new Identity(counts), StreamType.STATISTICS_ROW).uid("identity");
  }

  private DataStream<OutputRecord> statistics(KeyedStream<StatisticsRow, Integer> keyed) {
    StatisticsSettings settings =
        new StatisticsSettings(
            "weir.ledger",
            List.of(),
            null,
            CountedPlan.START,
            null,
            true,
            System::currentTimeMillis,
            null);
    return keyed
        .transform("bound", StreamType.PARTIAL_SUMS, new BoundingOperator(release, settings))
        .uid("bound")
        .keyBy(sums -> StatisticsOperator.KEY, Types.INT)
        .transform(
            "statistics",
            StreamType.OUTPUT_RECORD,
            new StatisticsOperator("p", List.of(release), settings))
        .setParallelism(1)
        .uid("statistics")
        .map(new LeftRows())
        .returns(StreamType.OUTPUT_RECORD)
        .setParallelism(1)
        .uid("left");
  }

  private static void end(DataStream<?> stream) {
    stream.sinkTo(new DiscardingSink<>()).uid("end");
  }
}
