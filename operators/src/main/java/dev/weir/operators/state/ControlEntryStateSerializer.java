package dev.weir.operators.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The kind, the name, the value. */
public final class ControlEntryStateSerializer extends ImmutableSerializer<ControlEntryState> {
  public static final ControlEntryStateSerializer INSTANCE = new ControlEntryStateSerializer();
  private static final long serialVersionUID = 1L;
  private static final StringSerializer TEXT = StringSerializer.INSTANCE;

  @Override
  public ControlEntryState createInstance() {
    return new ControlEntryState("", "", "");
  }

  @Override
  public void serialize(ControlEntryState state, DataOutputView target) throws IOException {
    TEXT.serialize(state.kind(), target);
    TEXT.serialize(state.name(), target);
    TEXT.serialize(state.value(), target);
  }

  @Override
  public ControlEntryState deserialize(DataInputView source) throws IOException {
    return new ControlEntryState(
        TEXT.deserialize(source), TEXT.deserialize(source), TEXT.deserialize(source));
  }

  @Override
  public TypeSerializerSnapshot<ControlEntryState> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<ControlEntryState> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
