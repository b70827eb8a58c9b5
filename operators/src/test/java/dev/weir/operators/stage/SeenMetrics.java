package dev.weir.operators.stage;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Histogram;
import org.apache.flink.metrics.Metric;
import org.apache.flink.runtime.clusterframework.types.ResourceID;
import org.apache.flink.runtime.executiongraph.ExecutionAttemptID;
import org.apache.flink.runtime.metrics.MetricRegistry;
import org.apache.flink.runtime.metrics.groups.AbstractMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskManagerMetricGroup;
import org.apache.flink.runtime.metrics.groups.TaskMetricGroup;
import org.apache.flink.runtime.metrics.util.TestingMetricRegistry;
import org.apache.flink.runtime.operators.testutils.MockEnvironment;
import org.apache.flink.runtime.operators.testutils.MockEnvironmentBuilder;
import org.apache.flink.runtime.operators.testutils.MockInputSplitProvider;

/** A harness's metrics as a reporter would be given them: ours alone. */
final class SeenMetrics {

  private static final String OURS = "weir.";

  private final Map<String, Metric> metrics = new TreeMap<>();

  private void register(Metric metric, String name, AbstractMetricGroup<?> group) {
    String whole = group.getMetricIdentifier(name);
    int ours = whole.indexOf(OURS);
    if (ours >= 0) {
      metrics.put(whole.substring(ours), metric);
    }
  }

  /** For a harness of one operator. */
  MockEnvironment environment(int maxParallelism, int parallelism, int subtask) {
    return new MockEnvironmentBuilder()
        .setTaskName("MockTask")
        .setManagedMemorySize(3 << 20)
        .setInputSplitProvider(new MockInputSplitProvider())
        .setBufferSize(1024)
        .setMaxParallelism(maxParallelism)
        .setParallelism(parallelism)
        .setSubtaskIndex(subtask)
        .setMetricGroup(group())
        .build();
  }

  private TaskMetricGroup group() {
    MetricRegistry registry =
        TestingMetricRegistry.builder().setRegisterConsumer(this::register).build();
    return TaskManagerMetricGroup.createTaskManagerMetricGroup(
            registry, "host", ResourceID.generate())
        .addJob(new JobID(), "job")
        .addTask(ExecutionAttemptID.randomId(), "task");
  }

  /** All that there are, by name. */
  Map<String, Metric> all() {
    return metrics;
  }

  /**
   * What it says; of a histogram how many values.
   *
   * @param end of its name, which only one has
   */
  double value(String end) {
    Metric metric =
        metrics.entrySet().stream()
            .filter(one -> one.getKey().endsWith("." + end))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElseThrow(() -> new AssertionError(end + " is not in " + metrics.keySet()));
    if (metric instanceof Gauge<?> gauge) {
      return ((Number) gauge.getValue()).doubleValue();
    }
    return metric instanceof Counter counter ? counter.getCount() : ((Histogram) metric).getCount();
  }
}
