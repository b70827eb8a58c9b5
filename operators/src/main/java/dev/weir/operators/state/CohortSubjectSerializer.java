package dev.weir.operators.state;

import dev.weir.privacy.cohort.Subject;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Two longs. */
public final class CohortSubjectSerializer extends ImmutableSerializer<Subject> {
  public static final CohortSubjectSerializer INSTANCE = new CohortSubjectSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public Subject createInstance() {
    return new Subject(0, 0);
  }

  @Override
  public void serialize(Subject one, DataOutputView target) throws IOException {
    target.writeLong(one.high());
    target.writeLong(one.low());
  }

  @Override
  public Subject deserialize(DataInputView source) throws IOException {
    return new Subject(source.readLong(), source.readLong());
  }

  @Override
  public TypeSerializerSnapshot<Subject> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<Subject> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
