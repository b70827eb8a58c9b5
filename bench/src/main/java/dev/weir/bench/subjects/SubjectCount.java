package dev.weir.bench.subjects;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.Subject;
import java.util.concurrent.atomic.LongAdder;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Counts what comes out, for all subtasks of this process: new keys and known ones. */
final class SubjectCount implements Sink<Event> {
  private static final long serialVersionUID = 1L;

  static final LongAdder FRESH = new LongAdder();
  static final LongAdder KNOWN = new LongAdder();

  @Override
  public SinkWriter<Event> createWriter(WriterInitContext context) {
    return new SinkWriter<>() {
      @Override
      public void write(Event event, Context unused) {
        Subject subject = event.subject();
        (subject != null && subject.fresh() ? FRESH : KNOWN).increment();
      }

      @Override
      public void flush(boolean endOfInput) {}

      @Override
      public void close() {}
    };
  }
}
