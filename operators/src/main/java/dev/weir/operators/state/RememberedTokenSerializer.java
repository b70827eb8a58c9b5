package dev.weir.operators.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Token, drawn, until. */
public final class RememberedTokenSerializer extends ImmutableSerializer<RememberedToken> {
  public static final RememberedTokenSerializer INSTANCE = new RememberedTokenSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public RememberedToken createInstance() {
    return new RememberedToken(new byte[0], 0, 0);
  }

  @Override
  public void serialize(RememberedToken rememberedToken, DataOutputView target) throws IOException {
    Bytes.write(rememberedToken.token(), target);
    target.writeLong(rememberedToken.drawn());
    target.writeLong(rememberedToken.until());
  }

  @Override
  public RememberedToken deserialize(DataInputView source) throws IOException {
    return new RememberedToken(Bytes.readPresent(source), source.readLong(), source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<RememberedToken> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<RememberedToken> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
