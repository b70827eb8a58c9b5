package dev.weir.operators.state;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.SourceRecord;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The source record, the spans with their number before them, and the rest in order. */
public final class EventSerializer extends ImmutableSerializer<Event> {
  public static final EventSerializer INSTANCE = new EventSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public Event createInstance() {
    SourceRecord empty = SourceRecordSerializer.INSTANCE.createInstance();
    return new Event(empty, new int[0], 0, Event.UNKNOWN, null);
  }

  @Override
  public void serialize(Event event, DataOutputView target) throws IOException {
    SourceRecordSerializer.INSTANCE.serialize(event.source(), target);
    target.writeInt(event.spans().length);
    for (int span : event.spans()) {
      target.writeInt(span);
    }
    target.writeLong(event.eventTime());
    target.writeInt(event.jurisdiction());
    Rejections.write(event.rejection(), target);
  }

  @Override
  public Event deserialize(DataInputView source) throws IOException {
    return new Event(
        SourceRecordSerializer.INSTANCE.deserialize(source),
        spans(source),
        source.readLong(),
        source.readInt(),
        Rejections.read(source));
  }

  private static int[] spans(DataInputView source) throws IOException {
    int[] spans = new int[source.readInt()];
    for (int i = 0; i < spans.length; i++) {
      spans[i] = source.readInt();
    }
    return spans;
  }

  @Override
  public TypeSerializerSnapshot<Event> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Event> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
