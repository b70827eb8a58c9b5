package dev.weir.operators.stage;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.Subject;
import dev.weir.operators.record.ValueName;
import dev.weir.plan.ProductPlan;
import dev.weir.tokenization.KeyException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.IOUtils;

/** Names the subject of each event, so that its key can be looked up without the subject. */
public final class SubjectNameFunction extends ProcessFunction<Event, Event> {
  private static final long serialVersionUID = 1L;

  private final ProductPlan product;
  private final RecordFormat format;
  private final KeySource keys;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient EventSubjects subjects;

  public SubjectNameFunction(ProductPlan product, RecordFormat format, KeySource keys) {
    this.product = product;
    this.format = format;
    this.keys = keys;
  }

  @Override
  public void open(OpenContext context) {
    try {
      subjects = new EventSubjects(product, format, keys.open().subjects());
    } catch (KeyException missing) {
      throw JobStoppedException.keyMissing(missing);
    }
  }

  @Override
  public void processElement(Event event, Context context, Collector<Event> out) {
    ValueName name = subjects.name(event);
    out.collect(name == null ? event : event.of(new Subject(name, null, false)));
  }

  @Override
  public void close() {
    IOUtils.closeQuietly(subjects);
  }
}
