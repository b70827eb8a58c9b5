package dev.weir.operators.state;

import dev.weir.operators.record.SourceRecord;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Value, partition, offset, timestamp. */
public final class SourceRecordSerializer extends ImmutableSerializer<SourceRecord> {
  public static final SourceRecordSerializer INSTANCE = new SourceRecordSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public SourceRecord createInstance() {
    return new SourceRecord(null, 0, 0, 0);
  }

  @Override
  public void serialize(SourceRecord record, DataOutputView target) throws IOException {
    Bytes.write(record.value(), target);
    target.writeInt(record.partition());
    target.writeLong(record.offset());
    target.writeLong(record.timestamp());
  }

  @Override
  public SourceRecord deserialize(DataInputView source) throws IOException {
    return new SourceRecord(
        Bytes.read(source), source.readInt(), source.readLong(), source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<SourceRecord> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<SourceRecord> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
