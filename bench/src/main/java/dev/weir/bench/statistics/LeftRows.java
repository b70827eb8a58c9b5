package dev.weir.bench.statistics;

import dev.weir.operators.record.OutputRecord;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.common.functions.MapFunction;

/** Counts what leaves, and when the first did and the last. */
final class LeftRows implements MapFunction<OutputRecord, OutputRecord> {
  private static final long serialVersionUID = 1L;

  static final LongAdder COUNT = new LongAdder();
  static final AtomicLong FIRST = new AtomicLong();
  static final AtomicLong LAST = new AtomicLong();

  static void reset() {
    COUNT.reset();
    FIRST.set(0);
    LAST.set(0);
  }

  @Override
  public OutputRecord map(OutputRecord row) {
    long now = System.nanoTime();
    FIRST.compareAndSet(0, now);
    LAST.set(now);
    COUNT.increment();
    return row;
  }
}
