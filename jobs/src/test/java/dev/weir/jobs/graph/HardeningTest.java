package dev.weir.jobs.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.jobs.TestPlans;
import java.time.Duration;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HardeningTest {

  @Test
  void environmentAsFlinkMakesIt_isRefused_withEveryOptionAtOnce() {
    StreamExecutionEnvironment plain = StreamExecutionEnvironment.createLocalEnvironment(2);
    assertThatThrownBy(() -> GraphFixture.build(plain, TestPlans.job(GraphFixture.PAYMENTS)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("pipeline.auto-generate-uids is true and must be false")
        .hasMessageContaining("pipeline.generic-types is true and must be false")
        .hasMessageContaining("pipeline.object-reuse is false and must be true")
        .hasMessageContaining("pipeline.max-parallelism is -1 and must be 720")
        .hasMessageContaining("execution.checkpointing.interval is null and must be PT10S")
        .hasMessageContaining("execution.checkpointing.incremental is false and must be true")
        .hasMessageContaining(
            "execution.checkpointing.externalized-checkpoint-retention is"
                + " NO_EXTERNALIZED_CHECKPOINTS and must be RETAIN_ON_CANCELLATION")
        .hasMessageContaining("state.backend.type is hashmap and must be rocksdb")
        .hasMessageContaining("execution.checkpointing.dir is null and must be");
  }

  @ParameterizedTest
  @CsvSource({
    "pipeline.auto-generate-uids, true",
    "pipeline.generic-types, true",
    "pipeline.object-reuse, false",
    "pipeline.operator-chaining.enabled, false",
    "pipeline.max-parallelism, 128",
    "execution.checkpointing.mode, AT_LEAST_ONCE",
    "execution.checkpointing.interval, 1 min",
    "execution.checkpointing.min-pause, 0 s",
    "execution.checkpointing.timeout, 1 h",
    "execution.checkpointing.max-concurrent-checkpoints, 2",
    "execution.checkpointing.tolerable-failed-checkpoints, 0",
    "execution.checkpointing.unaligned.enabled, true",
    "execution.checkpointing.incremental, false",
    "execution.checkpointing.externalized-checkpoint-retention, DELETE_ON_CANCELLATION",
    "execution.checkpointing.storage, jobmanager",
    "execution.checkpointing.dir, file:///elsewhere",
    "state.backend.type, hashmap",
    "state.backend.rocksdb.use-bloom-filter, false",
    "restart-strategy.type, none",
    "restart-strategy.exponential-delay.max-backoff, 1 h",
  })
  void graphIsNotBuilt_withAnyOptionOff(String option, String value) {
    StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(2);
    Hardening.ofStream(GraphFixture.CHECKPOINTS).applyTo(environment);
    environment.configure(Configuration.fromMap(Map.of(option, value)));
    assertThatThrownBy(() -> GraphFixture.build(environment, TestPlans.job(GraphFixture.PAYMENTS)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(option + " is ");
  }

  @Test
  void clusterThatIsSetOtherwise_isOverruled() {
    Configuration cluster =
        Configuration.fromMap(
            Map.of(
                "pipeline.generic-types", "true",
                "execution.checkpointing.interval", "1 h",
                "state.backend.type", "hashmap"));
    StreamExecutionEnvironment environment =
        StreamExecutionEnvironment.createLocalEnvironment(2, cluster);
    Hardening.ofStream(GraphFixture.CHECKPOINTS).applyTo(environment);
    assertThatCode(() -> GraphFixture.build(environment, TestPlans.job(GraphFixture.PAYMENTS)))
        .doesNotThrowAnyException();
    assertThat(environment.getCheckpointConfig().getCheckpointInterval())
        .isEqualTo(Duration.ofSeconds(10).toMillis());
  }
}
