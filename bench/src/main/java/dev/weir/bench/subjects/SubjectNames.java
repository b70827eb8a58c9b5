package dev.weir.bench.subjects;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.record.Subject;
import dev.weir.operators.record.ValueName;
import org.apache.flink.api.common.functions.MapFunction;

/**
 * Events of so many subjects, each once, and then again from the first. Names are spread over all
 * 128 bits, as those of a PRF are.
 */
record SubjectNames(long subjects) implements MapFunction<Long, Event> {

  private static final int[] NONE = {};
  private static final byte[] RECORD = new byte[1];

  @Override
  public Event map(Long number) {
    long of = number % subjects;
    ValueName name = new ValueName(mixed(of), mixed(~of));
    Subject subject = new Subject(name, null, false);
    return new Event(new SourceRecord(RECORD, 0, number, 0), NONE, 0, Event.OTHER, null, subject);
  }

  /** A bijection that leaves no order: the finalizer of SplitMix64 (Steele et al., 2014). */
  static long mixed(long number) {
    long z = number * 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
