package dev.weir.bench.subjects;

import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.Metric;
import org.apache.flink.metrics.MetricConfig;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.reporter.MetricReporter;
import org.apache.flink.metrics.reporter.MetricReporterFactory;

/** Reads the owner's metric of crowds' loss: of each field, and each task that forms crowds. */
public final class LossReporter implements MetricReporter, MetricReporterFactory {

  private static final List<Gauge<?>> LOSSES = new CopyOnWriteArrayList<>();

  static void reset() {
    LOSSES.clear();
  }

  /** The mean over fields and tasks, 0 to 1; NaN: nothing has told any. */
  static double mean() {
    return LOSSES.stream()
        .mapToDouble(loss -> (Double) loss.getValue())
        .filter(loss -> !Double.isNaN(loss))
        .average()
        .orElse(Double.NaN);
  }

  @Override
  public void notifyOfAddedMetric(Metric metric, String name, MetricGroup group) {
    if (metric instanceof Gauge<?> gauge && name.equals("loss")) {
      LOSSES.add(gauge);
    }
  }

  @Override
  public void notifyOfRemovedMetric(Metric metric, String name, MetricGroup group) {}

  @Override
  public void open(MetricConfig config) {}

  @Override
  public void close() {}

  @Override
  public MetricReporter createMetricReporter(Properties properties) {
    return new LossReporter();
  }
}
