package dev.weir.operators.stage;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.treat.Slice;
import dev.weir.operators.treat.SubjectReader;
import dev.weir.plan.ProductPlan;
import dev.weir.tokenization.SubjectKeyring;
import dev.weir.tokenization.ValueNamer;
import org.apache.flink.util.IOUtils;
import org.jspecify.annotations.Nullable;

/** Names whose the events of a product are. Confined to one thread. */
final class EventSubjects implements AutoCloseable {

  private final SubjectReader reader;
  private final ValueNamer namer;

  EventSubjects(ProductPlan product, RecordFormat format, SubjectKeyring keys) {
    reader = format.subjects(product);
    namer = keys.namer(product.product());
  }

  /** Null: it is nobody's. */
  @Nullable ValueName name(Event event) {
    Slice text = reader.read(event);
    if (text.isEmpty()) {
      return null;
    }
    namer.name(text.array(), text.from(), text.to());
    return new ValueName(namer.high(), namer.low());
  }

  @Override
  public void close() {
    if (reader instanceof AutoCloseable closeable) {
      IOUtils.closeQuietly(closeable);
    }
  }
}
