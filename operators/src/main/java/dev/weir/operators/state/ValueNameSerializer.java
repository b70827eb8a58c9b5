package dev.weir.operators.state;

import dev.weir.operators.record.ValueName;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Two longs. */
public final class ValueNameSerializer extends ImmutableSerializer<ValueName> {
  public static final ValueNameSerializer INSTANCE = new ValueNameSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public ValueName createInstance() {
    return new ValueName(0, 0);
  }

  @Override
  public void serialize(ValueName valueName, DataOutputView target) throws IOException {
    target.writeLong(valueName.high());
    target.writeLong(valueName.low());
  }

  @Override
  public ValueName deserialize(DataInputView source) throws IOException {
    return new ValueName(source.readLong(), source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<ValueName> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<ValueName> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
