package dev.weir.operators.state;

import dev.weir.operators.record.HeldRecord;
import dev.weir.operators.record.Hole;
import dev.weir.operators.record.OutputRecord;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The record, then its holes with their number before them. */
public final class HeldRecordSerializer extends ImmutableSerializer<HeldRecord> {
  public static final HeldRecordSerializer INSTANCE = new HeldRecordSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public HeldRecord createInstance() {
    return new HeldRecord(OutputRecordSerializer.INSTANCE.createInstance(), List.of());
  }

  @Override
  public void serialize(HeldRecord heldRecord, DataOutputView target) throws IOException {
    OutputRecordSerializer.INSTANCE.serialize(heldRecord.record(), target);
    target.writeInt(heldRecord.holes().size());
    for (Hole hole : heldRecord.holes()) {
      target.writeInt(hole.at());
      ValueNameSerializer.INSTANCE.serialize(hole.value(), target);
      StringSerializer.INSTANCE.serialize(hole.remember(), target);
    }
  }

  @Override
  public HeldRecord deserialize(DataInputView source) throws IOException {
    OutputRecord record = OutputRecordSerializer.INSTANCE.deserialize(source);
    Hole[] holes = new Hole[source.readInt()];
    for (int i = 0; i < holes.length; i++) {
      holes[i] =
          new Hole(
              source.readInt(),
              ValueNameSerializer.INSTANCE.deserialize(source),
              StringSerializer.INSTANCE.deserialize(source));
    }
    return new HeldRecord(record, List.of(holes));
  }

  @Override
  public TypeSerializerSnapshot<HeldRecord> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<HeldRecord> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
