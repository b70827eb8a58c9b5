package dev.weir.operators.state;

import dev.weir.operators.statistics.PersonBounds;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** By window: its beginning, how many records, and the groups. */
public final class PersonBoundsSerializer extends ImmutableSerializer<PersonBounds> {
  public static final PersonBoundsSerializer INSTANCE = new PersonBoundsSerializer();
  private static final long serialVersionUID = 1L;

  @Override
  public PersonBounds createInstance() {
    return PersonBounds.none();
  }

  @Override
  public void serialize(PersonBounds of, DataOutputView target) throws IOException {
    target.writeInt(of.windows().size());
    for (PersonBounds.InWindow window : of.windows()) {
      target.writeLong(window.from());
      target.writeInt(window.records());
      target.writeInt(window.groups().size());
      for (String group : window.groups()) {
        StringValue.writeString(group, target);
      }
    }
  }

  @Override
  public PersonBounds deserialize(DataInputView source) throws IOException {
    int size = source.readInt();
    List<PersonBounds.InWindow> windows = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      long from = source.readLong();
      int records = source.readInt();
      windows.add(new PersonBounds.InWindow(from, records, groups(source)));
    }
    return new PersonBounds(windows);
  }

  private static List<String> groups(DataInputView source) throws IOException {
    int size = source.readInt();
    List<String> groups = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      groups.add(StringValue.readString(source));
    }
    return groups;
  }

  @Override
  public TypeSerializerSnapshot<PersonBounds> snapshotConfiguration() {
    return new Snapshot();
  }

  /** Found by its name in checkpoints. */
  public static final class Snapshot extends SimpleTypeSerializerSnapshot<PersonBounds> {
    public Snapshot() {
      super(() -> INSTANCE);
    }
  }
}
