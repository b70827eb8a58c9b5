package dev.weir.operators.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The name, then the fingerprint. */
public final class KeyFingerprintStateSerializer extends ImmutableSerializer<KeyFingerprintState> {
  public static final KeyFingerprintStateSerializer INSTANCE = new KeyFingerprintStateSerializer();
  private static final long serialVersionUID = 1L;
  private static final StringSerializer TEXT = StringSerializer.INSTANCE;

  @Override
  public KeyFingerprintState createInstance() {
    return new KeyFingerprintState("", "");
  }

  @Override
  public void serialize(KeyFingerprintState state, DataOutputView target) throws IOException {
    TEXT.serialize(state.key(), target);
    TEXT.serialize(state.fingerprint(), target);
  }

  @Override
  public KeyFingerprintState deserialize(DataInputView source) throws IOException {
    return new KeyFingerprintState(TEXT.deserialize(source), TEXT.deserialize(source));
  }

  @Override
  public TypeSerializerSnapshot<KeyFingerprintState> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<KeyFingerprintState> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
