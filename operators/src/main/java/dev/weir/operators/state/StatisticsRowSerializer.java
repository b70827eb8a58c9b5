package dev.weir.operators.state;

import dev.weir.operators.statistics.StatisticsRow;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Person, group, codes, and when it happened. */
public final class StatisticsRowSerializer extends ImmutableSerializer<StatisticsRow> {
  public static final StatisticsRowSerializer INSTANCE = new StatisticsRowSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public StatisticsRow createInstance() {
    return new StatisticsRow(0, 0, "", new long[0], 0);
  }

  @Override
  public void serialize(StatisticsRow of, DataOutputView target) throws IOException {
    target.writeLong(of.personHigh());
    target.writeLong(of.personLow());
    StringValue.writeString(of.group(), target);
    Longs.write(of.codes(), target);
    target.writeLong(of.eventTime());
  }

  @Override
  public StatisticsRow deserialize(DataInputView source) throws IOException {
    return new StatisticsRow(
        source.readLong(),
        source.readLong(),
        StringValue.readString(source),
        Longs.read(source),
        source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<StatisticsRow> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<StatisticsRow> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
