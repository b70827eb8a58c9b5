package dev.weir.bench.e2e;

import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/**
 * How many records the sources of the running job have read: Flink's own counters, which it keeps
 * anyway, looked at from outside the job. In a chain a record that is read has gone all the way.
 */
public final class ReadRecords implements MetricReporter, MetricReporterFactory {

  private static final Collection<Counter> SOURCES = ConcurrentHashMap.newKeySet();

  /** Options that make a cluster report here. */
  static Map<String, String> options() {
    return Map.of("metrics.reporter.read.factory.class", ReadRecords.class.getName());
  }

  /** Over all sources of jobs that have not ended. */
  static long count() {
    return SOURCES.stream().mapToLong(Counter::getCount).sum();
  }

  @Override
  public MetricReporter createMetricReporter(Properties settings) {
    return this;
  }

  @Override
  public void open(MetricConfig settings) {}

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    if (metric instanceof Counter counter && name.equals("numRecordsIn") && ofSource(group)) {
      SOURCES.add(counter);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {
    SOURCES.remove(metric);
  }

  private static boolean ofSource(MetricGroup group) {
    String operator = group.getAllVariables().get("<operator_name>");
    return operator != null && operator.startsWith("Source:");
  }

  @Override
  public void close() {
    SOURCES.clear();
  }
}
