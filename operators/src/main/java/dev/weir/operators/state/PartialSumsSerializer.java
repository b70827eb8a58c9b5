package dev.weir.operators.state;

import dev.weir.operators.statistics.PartialSums;
import dev.weir.privacy.ledger.Span;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Release, terms, window, group, and sums. */
public final class PartialSumsSerializer extends ImmutableSerializer<PartialSums> {
  public static final PartialSumsSerializer INSTANCE = new PartialSumsSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public PartialSums createInstance() {
    return new PartialSums("", "", new Span(0, 1), "", 0, new long[0]);
  }

  @Override
  public void serialize(PartialSums of, DataOutputView target) throws IOException {
    StringValue.writeString(of.release(), target);
    StringValue.writeString(of.terms(), target);
    Spans.write(of.window(), target);
    StringValue.writeString(of.group(), target);
    target.writeLong(of.records());
    Longs.write(of.cells(), target);
  }

  @Override
  public PartialSums deserialize(DataInputView source) throws IOException {
    return new PartialSums(
        StringValue.readString(source),
        StringValue.readString(source),
        Spans.read(source),
        StringValue.readString(source),
        source.readLong(),
        Longs.read(source));
  }

  @Override
  public TypeSerializerSnapshot<PartialSums> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<PartialSums> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
