package dev.weir.operators.state;

import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.WaitingUnit;
import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A version, since when, the form, and the records with their number before them. */
public final class WaitingUnitSerializer extends ImmutableSerializer<WaitingUnit> {
  public static final WaitingUnitSerializer INSTANCE = new WaitingUnitSerializer();
  private static final long serialVersionUID = 1L;
  private static final byte VERSION = 1;

  @Override
  public WaitingUnit createInstance() {
    return new WaitingUnit(List.of(), "", 0);
  }

  @Override
  public void serialize(WaitingUnit unit, DataOutputView target) throws IOException {
    target.writeByte(VERSION);
    target.writeLong(unit.since());
    StringSerializer.INSTANCE.serialize(unit.form(), target);
    target.writeInt(unit.records().size());
    for (OutputRecord record : unit.records()) {
      OutputRecordSerializer.INSTANCE.serialize(record, target);
    }
  }

  @Override
  public WaitingUnit deserialize(DataInputView source) throws IOException {
    byte version = source.readByte();
    if (version != VERSION) {
      throw new IOException("what waits is of version " + version + ", not " + VERSION);
    }
    long since = source.readLong();
    String form = StringSerializer.INSTANCE.deserialize(source);
    OutputRecord[] records = new OutputRecord[source.readInt()];
    for (int i = 0; i < records.length; i++) {
      records[i] = OutputRecordSerializer.INSTANCE.deserialize(source);
    }
    return new WaitingUnit(List.of(records), form, since);
  }

  @Override
  public TypeSerializerSnapshot<WaitingUnit> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<WaitingUnit> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
