package dev.weir.bench.subjects;

import dev.weir.operators.record.OutputRecord;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Counts what crowds let out, and the processor time of the thread that they are formed on, which
 * is this one: of rows of people who were new, and of rows of people who were known.
 */
final class CrowdCount extends ProcessFunction<OutputRecord, OutputRecord> {
  private static final long serialVersionUID = 1L;

  static final LongAdder FRESH = new LongAdder();
  static final LongAdder KNOWN = new LongAdder();
  static final LongAdder FRESH_NANOS = new LongAdder();
  static final LongAdder KNOWN_NANOS = new LongAdder();

  private static final int STRIDE = 1_000;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final long people;
  private transient long fresh;
  private transient long known;
  private transient long before;

  CrowdCount(long people) {
    this.people = people;
  }

  static void reset() {
    FRESH.reset();
    KNOWN.reset();
    FRESH_NANOS.reset();
    KNOWN_NANOS.reset();
  }

  /** What is done before the first rows leave counts, too: it is what they cost. */
  @Override
  public void open(OpenContext context) {
    before = THREADS.getCurrentThreadCpuTime();
  }

  @Override
  public void processElement(OutputRecord row, Context context, Collector<OutputRecord> out) {
    if (row.offset() < people) {
      fresh++;
    } else {
      known++;
    }
    if (fresh + known == STRIDE) {
      note();
    }
  }

  /** A stride of both kinds, of which there are few, counts for the kind that it has more of. */
  private void note() {
    long now = THREADS.getCurrentThreadCpuTime();
    long took = now - before;
    before = now;
    FRESH.add(fresh);
    KNOWN.add(known);
    (fresh > known ? FRESH_NANOS : KNOWN_NANOS).add(took);
    fresh = 0;
    known = 0;
  }
}
