package dev.weir.operators.state;

import dev.weir.operators.record.Answer;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Subtask, number, token. */
public final class AnswerSerializer extends ImmutableSerializer<Answer> {
  public static final AnswerSerializer INSTANCE = new AnswerSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public Answer createInstance() {
    return new Answer(0, 0, new byte[0]);
  }

  @Override
  public void serialize(Answer answer, DataOutputView target) throws IOException {
    target.writeInt(answer.subtask());
    target.writeLong(answer.number());
    Bytes.write(answer.token(), target);
  }

  @Override
  public Answer deserialize(DataInputView source) throws IOException {
    return new Answer(source.readInt(), source.readLong(), Bytes.readPresent(source));
  }

  @Override
  public TypeSerializerSnapshot<Answer> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Answer> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
