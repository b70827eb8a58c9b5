package dev.weir.operators.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The key with its length before it. */
public final class SubjectKeyStateSerializer extends ImmutableSerializer<SubjectKeyState> {
  public static final SubjectKeyStateSerializer INSTANCE = new SubjectKeyStateSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public SubjectKeyState createInstance() {
    return new SubjectKeyState(new byte[0]);
  }

  @Override
  public void serialize(SubjectKeyState state, DataOutputView target) throws IOException {
    Bytes.write(state.key(), target);
  }

  @Override
  public SubjectKeyState deserialize(DataInputView source) throws IOException {
    return new SubjectKeyState(Bytes.readPresent(source));
  }

  @Override
  public TypeSerializerSnapshot<SubjectKeyState> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<SubjectKeyState> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
