package dev.weir.operators.state;

import dev.weir.privacy.risk.ClassId;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Two longs. */
public final class ClassIdSerializer extends ImmutableSerializer<ClassId> {
  public static final ClassIdSerializer INSTANCE = new ClassIdSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public ClassId createInstance() {
    return new ClassId(0, 0);
  }

  @Override
  public void serialize(ClassId one, DataOutputView target) throws IOException {
    target.writeLong(one.high());
    target.writeLong(one.low());
  }

  @Override
  public ClassId deserialize(DataInputView source) throws IOException {
    return new ClassId(source.readLong(), source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<ClassId> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<ClassId> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
