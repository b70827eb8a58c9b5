package dev.weir.bench.e2e;

import dev.weir.bench.naive.NaiveTreatment;
import dev.weir.bench.orders.OrderFormat;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;

/** The naive way as a Flink function. */
final class NaiveFunction extends RichMapFunction<KeyedBytes, KeyedBytes> {
  private static final long serialVersionUID = 1L;

  private final OrderFormat format;
  private final BenchKeys keys;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient NaiveTreatment treatment;

  NaiveFunction(OrderFormat format, BenchKeys keys) {
    this.format = format;
    this.keys = keys;
  }

  @Override
  public void open(OpenContext context) throws Exception {
    treatment = NaiveTreatment.of(format, keys.keyset());
  }

  @Override
  public KeyedBytes map(KeyedBytes record) throws Exception {
    NaiveTreatment.Treated treated = treatment.treat(record.value());
    return new KeyedBytes(treated.key(), treated.value());
  }
}
