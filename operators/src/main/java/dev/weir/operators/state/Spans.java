package dev.weir.operators.state;

import dev.weir.privacy.ledger.Span;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Both ends. */
final class Spans {

  private Spans() {}

  static void write(Span span, DataOutputView target) throws IOException {
    target.writeLong(span.from());
    target.writeLong(span.to());
  }

  static Span read(DataInputView source) throws IOException {
    return new Span(source.readLong(), source.readLong());
  }
}
