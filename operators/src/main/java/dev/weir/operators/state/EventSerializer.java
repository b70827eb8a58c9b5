package dev.weir.operators.state;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.record.Subject;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * The source record, the spans with their number before them, and the rest in order. It is between
 * stages only, never in state.
 */
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
    write(event.subject(), target);
  }

  private static void write(@Nullable Subject subject, DataOutputView target) throws IOException {
    target.writeBoolean(subject != null);
    if (subject != null) {
      ValueNameSerializer.INSTANCE.serialize(subject.name(), target);
      Bytes.write(subject.key(), target);
      target.writeBoolean(subject.fresh());
    }
  }

  @Override
  public Event deserialize(DataInputView source) throws IOException {
    return new Event(
        SourceRecordSerializer.INSTANCE.deserialize(source),
        spans(source),
        source.readLong(),
        source.readInt(),
        Rejections.read(source),
        subject(source));
  }

  private static @Nullable Subject subject(DataInputView source) throws IOException {
    return source.readBoolean()
        ? new Subject(
            ValueNameSerializer.INSTANCE.deserialize(source),
            Bytes.read(source),
            source.readBoolean())
        : null;
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
