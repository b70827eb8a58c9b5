package dev.weir.operators.state;

import dev.weir.operators.cohort.CohortRow;
import dev.weir.privacy.cohort.Row;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.generalize.Codes;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Region, subject, whether there is a row, and its codes and payload. */
public final class CohortRowSerializer extends ImmutableSerializer<CohortRow> {
  public static final CohortRowSerializer INSTANCE = new CohortRowSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public CohortRow createInstance() {
    return CohortRow.forgetting(0, new Subject(0, 0));
  }

  @Override
  public void serialize(CohortRow of, DataOutputView target) throws IOException {
    target.writeInt(of.region());
    target.writeLong(of.subject().high());
    target.writeLong(of.subject().low());
    Row row = of.row();
    target.writeBoolean(row != null);
    if (row != null) {
      write(row.point(), target);
      write(row.sensitive(), target);
      Bytes.write(row.payload(), target);
    }
  }

  private static void write(Codes codes, DataOutputView target) throws IOException {
    target.writeInt(codes.size());
    for (int at = 0; at < codes.size(); at++) {
      target.writeLong(codes.get(at));
    }
  }

  @Override
  public CohortRow deserialize(DataInputView source) throws IOException {
    int region = source.readInt();
    Subject subject = new Subject(source.readLong(), source.readLong());
    return source.readBoolean()
        ? new CohortRow(
            region,
            subject,
            new Row(subject, codes(source), codes(source), Bytes.readPresent(source)))
        : CohortRow.forgetting(region, subject);
  }

  private static Codes codes(DataInputView source) throws IOException {
    long[] codes = new long[source.readInt()];
    for (int at = 0; at < codes.length; at++) {
      codes[at] = source.readLong();
    }
    return Codes.of(codes);
  }

  @Override
  public TypeSerializerSnapshot<CohortRow> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<CohortRow> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
