package dev.weir.operators.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.apache.flink.metrics.HistogramStatistics;
import org.junit.jupiter.api.Test;

class LagTest {

  @Test
  void histogram_isOfTheLast1024Values() {
    RecentValues values = new RecentValues();
    LongStream.rangeClosed(1, 10_000).forEach(values::update);
    HistogramStatistics statistics = values.getStatistics();
    assertThat(values.getCount()).isEqualTo(10_000);
    assertThat(statistics.size()).isEqualTo(1_024);
    assertThat(statistics.getMin()).isEqualTo(8_977);
    assertThat(statistics.getMax()).isEqualTo(10_000);
    assertThat(statistics.getQuantile(0.5)).isEqualTo(9_488);
    assertThat(statistics.getMean()).isEqualTo(9_488.5);
    assertThat(statistics.getStdDev()).isBetween(295.0, 296.0);
  }

  @Test
  void histogramOfNothing_isZero() {
    HistogramStatistics nothing = new RecentValues().getStatistics();
    assertThat(nothing.getQuantile(0.99)).isZero();
    assertThat(nothing.getMax()).isZero();
    assertThat(nothing.getStdDev()).isZero();
  }
}
