package dev.weir.operators.state;

import dev.weir.operators.statistics.DrawnRow;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Release, and the row as it leaves. */
public final class DrawnRowSerializer extends ImmutableSerializer<DrawnRow> {
  public static final DrawnRowSerializer INSTANCE = new DrawnRowSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public DrawnRow createInstance() {
    return new DrawnRow("", "", new byte[0]);
  }

  @Override
  public void serialize(DrawnRow of, DataOutputView target) throws IOException {
    StringValue.writeString(of.release(), target);
    StringValue.writeString(of.key(), target);
    Bytes.write(of.value(), target);
  }

  @Override
  public DrawnRow deserialize(DataInputView source) throws IOException {
    return new DrawnRow(
        StringValue.readString(source), StringValue.readString(source), Bytes.readPresent(source));
  }

  @Override
  public TypeSerializerSnapshot<DrawnRow> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<DrawnRow> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
