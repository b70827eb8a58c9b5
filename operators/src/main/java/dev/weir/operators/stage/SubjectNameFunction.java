package dev.weir.operators.stage;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.Subject;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.treat.Slice;
import dev.weir.operators.treat.SubjectReader;
import dev.weir.plan.ProductPlan;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.ValueNamer;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Names the subject of each event, so that its key can be looked up without the subject. */
public final class SubjectNameFunction extends ProcessFunction<Event, Event> {
  private static final long serialVersionUID = 1L;

  private final ProductPlan product;
  private final RecordFormat format;
  private final KeySource keys;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient ValueNamer namer;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient SubjectReader subjects;

  public SubjectNameFunction(ProductPlan product, RecordFormat format, KeySource keys) {
    this.product = product;
    this.format = format;
    this.keys = keys;
  }

  @Override
  public void open(OpenContext context) {
    try {
      namer = keys.open().subjects().namer(product.product());
    } catch (KeyException missing) {
      throw JobStoppedException.keyMissing(missing);
    }
    subjects = format.subjects(product);
  }

  @Override
  public void processElement(Event event, Context context, Collector<Event> out) {
    Slice text = subjects.read(event);
    if (text.isEmpty()) {
      out.collect(event);
      return;
    }
    namer.name(text.array(), text.from(), text.to());
    ValueName name = new ValueName(namer.high(), namer.low());
    out.collect(event.of(new Subject(name, null, false)));
  }

  @Override
  public void close() throws Exception {
    if (subjects instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }
}
