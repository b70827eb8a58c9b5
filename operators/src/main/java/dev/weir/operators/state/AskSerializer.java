package dev.weir.operators.state;

import dev.weir.operators.record.Ask;
import dev.weir.operators.record.ValueName;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Subtask, number, value, and how long it is remembered. */
public final class AskSerializer extends ImmutableSerializer<Ask> {
  public static final AskSerializer INSTANCE = new AskSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public Ask createInstance() {
    return new Ask(0, 0, new ValueName(0, 0), "");
  }

  @Override
  public void serialize(Ask ask, DataOutputView target) throws IOException {
    target.writeInt(ask.subtask());
    target.writeLong(ask.number());
    ValueNameSerializer.INSTANCE.serialize(ask.value(), target);
    StringSerializer.INSTANCE.serialize(ask.remember(), target);
  }

  @Override
  public Ask deserialize(DataInputView source) throws IOException {
    return new Ask(
        source.readInt(),
        source.readLong(),
        ValueNameSerializer.INSTANCE.deserialize(source),
        StringSerializer.INSTANCE.deserialize(source));
  }

  @Override
  public TypeSerializerSnapshot<Ask> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Ask> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
