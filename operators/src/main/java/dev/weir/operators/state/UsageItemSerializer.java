package dev.weir.operators.state;

import dev.weir.operators.record.UsageItem;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Month, event, topic, partition and offset. */
public final class UsageItemSerializer extends ImmutableSerializer<UsageItem> {
  public static final UsageItemSerializer INSTANCE = new UsageItemSerializer();
  private static final long serialVersionUID = 1L;
  private static final StringSerializer TEXT = StringSerializer.INSTANCE;

  @Override
  public UsageItem createInstance() {
    return new UsageItem("", new byte[0], "", 0, 0);
  }

  @Override
  public void serialize(UsageItem item, DataOutputView target) throws IOException {
    TEXT.serialize(item.month(), target);
    Bytes.write(item.event(), target);
    TEXT.serialize(item.topic(), target);
    target.writeInt(item.partition());
    target.writeLong(item.offset());
  }

  @Override
  public UsageItem deserialize(DataInputView source) throws IOException {
    return new UsageItem(
        TEXT.deserialize(source),
        Bytes.readPresent(source),
        TEXT.deserialize(source),
        source.readInt(),
        source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<UsageItem> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<UsageItem> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
