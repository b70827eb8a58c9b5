package dev.weir.operators.state;

import dev.weir.metering.usage.Usage;
import java.io.IOException;
import java.math.BigDecimal;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Records, bytes, cells, and ε as a text. */
public final class UsageSerializer extends ImmutableSerializer<Usage> {
  public static final UsageSerializer INSTANCE = new UsageSerializer();
  private static final long serialVersionUID = 1L;
  private static final StringSerializer TEXT = StringSerializer.INSTANCE;

  @Override
  public Usage createInstance() {
    return Usage.NONE;
  }

  @Override
  public void serialize(Usage usage, DataOutputView target) throws IOException {
    target.writeLong(usage.records());
    target.writeLong(usage.payloadBytes());
    target.writeLong(usage.cells());
    TEXT.serialize(usage.epsilon().toString(), target);
  }

  @Override
  public Usage deserialize(DataInputView source) throws IOException {
    return new Usage(
        source.readLong(),
        source.readLong(),
        source.readLong(),
        new BigDecimal(TEXT.deserialize(source)));
  }

  @Override
  public TypeSerializerSnapshot<Usage> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Usage> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
