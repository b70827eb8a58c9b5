package dev.weir.operators.state;

import java.io.IOException;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** The components in their order; maps with their number of entries before them. */
public final class ProgressStateSerializer extends ImmutableSerializer<ProgressState> {
  public static final ProgressStateSerializer INSTANCE = new ProgressStateSerializer();
  private static final long serialVersionUID = 1L;
  private static final StringSerializer TEXT = StringSerializer.INSTANCE;

  @Override
  public ProgressState createInstance() {
    return new ProgressState("", 0, 0, 0, 1, new TreeMap<>(), new TreeMap<>());
  }

  @Override
  public void serialize(ProgressState state, DataOutputView target) throws IOException {
    TEXT.serialize(state.run(), target);
    target.writeLong(state.start());
    target.writeLong(state.checkpoint());
    target.writeInt(state.subtask());
    target.writeInt(state.parallelism());
    target.writeInt(state.released().size());
    for (Map.Entry<String, Long> topic : state.released().entrySet()) {
      TEXT.serialize(topic.getKey(), target);
      target.writeLong(topic.getValue());
    }
    target.writeInt(state.positions().size());
    for (Map.Entry<String, SortedMap<Integer, Long>> topic : state.positions().entrySet()) {
      TEXT.serialize(topic.getKey(), target);
      offsets(topic.getValue(), target);
    }
  }

  private static void offsets(SortedMap<Integer, Long> offsets, DataOutputView target)
      throws IOException {
    target.writeInt(offsets.size());
    for (Map.Entry<Integer, Long> offset : offsets.entrySet()) {
      target.writeInt(offset.getKey());
      target.writeLong(offset.getValue());
    }
  }

  @Override
  public ProgressState deserialize(DataInputView source) throws IOException {
    return new ProgressState(
        TEXT.deserialize(source),
        source.readLong(),
        source.readLong(),
        source.readInt(),
        source.readInt(),
        released(source),
        positions(source));
  }

  private static SortedMap<String, Long> released(DataInputView source) throws IOException {
    SortedMap<String, Long> released = new TreeMap<>();
    for (int left = source.readInt(); left > 0; left--) {
      released.put(TEXT.deserialize(source), source.readLong());
    }
    return released;
  }

  private static SortedMap<String, SortedMap<Integer, Long>> positions(DataInputView source)
      throws IOException {
    SortedMap<String, SortedMap<Integer, Long>> positions = new TreeMap<>();
    for (int left = source.readInt(); left > 0; left--) {
      positions.put(TEXT.deserialize(source), offsets(source));
    }
    return positions;
  }

  private static SortedMap<Integer, Long> offsets(DataInputView source) throws IOException {
    SortedMap<Integer, Long> offsets = new TreeMap<>();
    for (int left = source.readInt(); left > 0; left--) {
      offsets.put(source.readInt(), source.readLong());
    }
    return offsets;
  }

  @Override
  public TypeSerializerSnapshot<ProgressState> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<ProgressState> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
