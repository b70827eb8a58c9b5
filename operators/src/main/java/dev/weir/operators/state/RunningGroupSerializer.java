package dev.weir.operators.state;

import dev.weir.operators.statistics.RunningGroup;
import dev.weir.privacy.totals.Running;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** By cell: how many steps, ten exact sums, ten published numbers, and the total. */
public final class RunningGroupSerializer extends ImmutableSerializer<RunningGroup> {
  public static final RunningGroupSerializer INSTANCE = new RunningGroupSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public RunningGroup createInstance() {
    return new RunningGroup(List.of());
  }

  @Override
  public void serialize(RunningGroup of, DataOutputView target) throws IOException {
    target.writeInt(of.cells().size());
    for (Running cell : of.cells()) {
      target.writeInt(cell.step());
      target.writeDouble(cell.total());
      target.writeInt(cell.exact().size());
      for (BigInteger exact : cell.exact()) {
        Bytes.write(exact.toByteArray(), target);
      }
      target.writeInt(cell.published().size());
      for (double published : cell.published()) {
        target.writeDouble(published);
      }
    }
  }

  @Override
  public RunningGroup deserialize(DataInputView source) throws IOException {
    int size = source.readInt();
    List<Running> cells = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      int step = source.readInt();
      double total = source.readDouble();
      cells.add(new Running(step, exact(source), published(source), total));
    }
    return new RunningGroup(cells);
  }

  private static List<BigInteger> exact(DataInputView source) throws IOException {
    int size = source.readInt();
    List<BigInteger> exact = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      exact.add(new BigInteger(Bytes.readPresent(source)));
    }
    return exact;
  }

  private static List<Double> published(DataInputView source) throws IOException {
    int size = source.readInt();
    List<Double> published = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      published.add(source.readDouble());
    }
    return published;
  }

  @Override
  public TypeSerializerSnapshot<RunningGroup> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<RunningGroup> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
