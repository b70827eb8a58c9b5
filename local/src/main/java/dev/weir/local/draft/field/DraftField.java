package dev.weir.local.draft.field;

import dev.weir.config.LogicalType;
import dev.weir.config.product.PrivacyRole;
import dev.weir.local.draft.values.Evidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a draft.
 *
 * @param type null: none that a release could name
 * @param note why not, or what to know of it; null: nothing
 * @param length of each string, in code points; null: they differ, or nobody knows
 * @param role that somebody has given the field already; null: none
 * @param fields of an object
 * @param items what an array holds; null if it is none, or nobody knows
 */
public record DraftField(
    String name,
    @Nullable LogicalType type,
    @Nullable String note,
    boolean required,
    @Nullable Integer length,
    @Nullable PrivacyRole role,
    Evidence evidence,
    List<DraftField> fields,
    @Nullable DraftField items) {

  public DraftField {
    fields = List.copyOf(fields);
  }

  /** A single value of which nothing but its type is known. */
  public static DraftField leaf(String name, @Nullable LogicalType type, boolean required) {
    return new DraftField(name, type, null, required, null, null, Evidence.NONE, List.of(), null);
  }

  /** An object. */
  public static DraftField object(String name, boolean required, List<DraftField> fields) {
    return new DraftField(
        name, LogicalType.OBJECT, null, required, null, null, Evidence.NONE, fields, null);
  }

  /** An array. */
  public static DraftField array(String name, boolean required, @Nullable DraftField items) {
    return new DraftField(
        name, LogicalType.ARRAY, null, required, null, null, Evidence.NONE, List.of(), items);
  }

  /** The same with something to know of it. */
  public DraftField noted(String what) {
    return new DraftField(name, type, what, required, length, role, evidence, fields, items);
  }

  /** The same as another type. */
  public DraftField as(LogicalType other) {
    return new DraftField(name, other, note, required, length, role, evidence, fields, items);
  }

  /** Whether a role may stand on it: a single value, or an array of them. */
  public boolean takesRole() {
    if (type == LogicalType.ARRAY) {
      return items != null && items.type() != null && items.type().leaf();
    }
    return type != null && type.leaf();
  }

  /** Of what the role is judged: the value, or for an array what it holds. */
  public DraftField value() {
    return type == LogicalType.ARRAY && items != null ? items : this;
  }
}
