package dev.weir.operators.state;

import dev.weir.operators.statistics.Sums;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** How many records, and the sums. */
public final class SumsSerializer extends ImmutableSerializer<Sums> {
  public static final SumsSerializer INSTANCE = new SumsSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public Sums createInstance() {
    return new Sums(0, new long[0]);
  }

  @Override
  public void serialize(Sums of, DataOutputView target) throws IOException {
    target.writeLong(of.records());
    Longs.write(of.cells(), target);
  }

  @Override
  public Sums deserialize(DataInputView source) throws IOException {
    return new Sums(source.readLong(), Longs.read(source));
  }

  @Override
  public TypeSerializerSnapshot<Sums> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Sums> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
