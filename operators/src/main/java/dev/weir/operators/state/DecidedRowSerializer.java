package dev.weir.operators.state;

import dev.weir.operators.cohort.Completion.Completed;
import dev.weir.operators.cohort.DecidedRow;
import dev.weir.operators.record.Origin;
import dev.weir.privacy.cohort.CohortId;
import dev.weir.privacy.cohort.Subject;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Subject, key, value, and the place in the source. The cohort and the origin, where there is one,
 * come before the key, each with a mark before it that is no length: former builds wrote none.
 */
public final class DecidedRowSerializer extends ImmutableSerializer<DecidedRow> {
  public static final DecidedRowSerializer INSTANCE = new DecidedRowSerializer();
  private static final long serialVersionUID = 1L;
  private static final int ORIGIN = -2;
  private static final int COHORT = -3;

  @Override
  public DecidedRow createInstance() {
    return new DecidedRow(
        new Subject(0, 0), null, new Completed(new byte[0], new byte[0], -1, -1, null));
  }

  @Override
  public void serialize(DecidedRow row, DataOutputView target) throws IOException {
    target.writeLong(row.subject().high());
    target.writeLong(row.subject().low());
    CohortId cohort = row.cohort();
    if (cohort != null) {
      target.writeInt(COHORT);
      target.writeLong(cohort.high());
      target.writeLong(cohort.low());
    }
    Origin origin = row.completed().origin();
    if (origin != null) {
      target.writeInt(ORIGIN);
      Origins.write(origin, target);
    }
    Bytes.write(row.completed().key(), target);
    Bytes.write(row.completed().value(), target);
    target.writeInt(row.completed().partition());
    target.writeLong(row.completed().offset());
  }

  @Override
  public DecidedRow deserialize(DataInputView source) throws IOException {
    Subject subject = new Subject(source.readLong(), source.readLong());
    int mark = source.readInt();
    CohortId cohort = mark == COHORT ? new CohortId(source.readLong(), source.readLong()) : null;
    int length = cohort == null ? mark : source.readInt();
    Origin origin = length == ORIGIN ? Origins.read(source) : null;
    byte[] key = origin == null ? Bytes.readPresent(length, source) : Bytes.readPresent(source);
    return new DecidedRow(
        subject,
        cohort,
        new Completed(key, Bytes.readPresent(source), source.readInt(), source.readLong(), origin));
  }

  @Override
  public TypeSerializerSnapshot<DecidedRow> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<DecidedRow> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
