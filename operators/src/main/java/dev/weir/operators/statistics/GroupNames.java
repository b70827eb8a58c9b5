package dev.weir.operators.statistics;

import dev.weir.config.LogicalType;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.json.JsonStrings;
import dev.weir.operators.treat.Slice;
import dev.weir.plan.StatisticsPlan.Group;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Groups under the name that a row shows of them: a JSON object. Confined to one thread. */
public final class GroupNames {

  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  private final List<Group> fields;
  private final List<byte[]> openings = new ArrayList<>();
  private final @Nullable Set<String> listed;
  private final ByteOutput name = new ByteOutput(256);
  private int at;

  public GroupNames(List<Group> fields) {
    this.fields = List.copyOf(fields);
    for (Group field : fields) {
      ByteOutput opening = new ByteOutput(64);
      opening.write(openings.isEmpty() ? '{' : ',');
      JsonStrings.write(field.field().toString(), opening);
      opening.write(':');
      openings.add(opening.toByteArray());
    }
    listed = fields.stream().anyMatch(field -> field.listed() != null) ? values() : null;
  }

  /** By place and text: which values are listed. */
  private Set<String> values() {
    Set<String> values = new HashSet<>();
    for (int field = 0; field < fields.size(); field++) {
      List<String> own = fields.get(field).listed();
      if (own != null) {
        for (String value : own) {
          values.add(field + ":" + value);
        }
      }
    }
    return values;
  }

  /** Begins another name. */
  public void begin() {
    name.reset();
    at = 0;
  }

  /**
   * The next field's value.
   *
   * @param value null: it has none
   * @return whether there is such a group: one that is listed, or any of a field whose groups are
   *     discovered
   */
  public boolean next(@Nullable Slice value) {
    Group field = fields.get(at);
    if (field.listed() != null && (value == null || !isListed(value))) {
      return false;
    }
    write(field, value);
    at++;
    return true;
  }

  private boolean isListed(Slice value) {
    String text =
        new String(value.array(), value.from(), value.to() - value.from(), StandardCharsets.UTF_8);
    return listed != null && listed.contains(at + ":" + text);
  }

  private void write(Group field, @Nullable Slice value) {
    byte[] opening = openings.get(at);
    name.write(opening, 0, opening.length);
    if (value == null) {
      name.write(NULL, 0, NULL.length);
    } else if (raw(field.type())) {
      name.write(value.array(), value.from(), value.to());
    } else {
      JsonStrings.write(value.array(), value.from(), value.to(), name);
    }
  }

  private static boolean raw(LogicalType type) {
    return type == LogicalType.INTEGER || type == LogicalType.BOOLEAN;
  }

  /** The name, once every field had its value. */
  public String name() {
    if (fields.isEmpty()) {
      return "{}";
    }
    return new String(name.array(), 0, name.length(), StandardCharsets.UTF_8) + "}";
  }

  /** How long it is. */
  public int length() {
    return name.length();
  }

  /** All groups, where every field lists its own, in the lists' order. */
  public static List<String> all(List<Group> fields) {
    GroupNames names = new GroupNames(fields);
    List<String> all = new ArrayList<>();
    names.combine(0, new ArrayList<>(), all);
    return all;
  }

  private void combine(int field, List<String> values, List<String> all) {
    if (field == fields.size()) {
      all.add(of(values));
      return;
    }
    List<String> listed = fields.get(field).listed();
    if (listed == null) {
      throw new IllegalStateException("groups that are discovered cannot be told beforehand");
    }
    for (String value : listed) {
      values.add(value);
      combine(field + 1, values, all);
      values.remove(values.size() - 1);
    }
  }

  private String of(List<String> values) {
    begin();
    Slice slice = new Slice();
    for (String value : values) {
      byte[] text = value.getBytes(StandardCharsets.UTF_8);
      slice.set(text, 0, text.length);
      boolean unused = next(slice);
    }
    return name();
  }
}
