package dev.weir.operators.metrics;

import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** One number, as a metric and as an accumulator. Counted by one thread, read by any. */
public final class Count implements Counter {

  private final LongCounter total = new LongCounter();

  private Count() {}

  /**
   * Registers a count.
   *
   * @param accumulator its name among all of the job's
   */
  static Count register(
      RuntimeContext context, MetricGroup group, String metric, String accumulator) {
    Count count = new Count();
    context.addAccumulator(accumulator, count.total);
    return group.counter(metric, count);
  }

  @Override
  public void inc() {
    total.add(1L);
  }

  @Override
  public void inc(long n) {
    total.add(n);
  }

  @Override
  public void dec() {
    throw new UnsupportedOperationException("what has happened has happened");
  }

  @Override
  public void dec(long n) {
    dec();
  }

  @Override
  public long getCount() {
    return total.getLocalValuePrimitive();
  }
}
