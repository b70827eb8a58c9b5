package dev.weir.local.draft.source;

import dev.weir.config.LogicalType;
import dev.weir.local.draft.field.DraftField;
import dev.weir.local.draft.values.Evidence;
import dev.weir.local.draft.values.LeafCounts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** From counts to fields. */
final class Fields {

  private static final double NEARLY_ALL = 0.95;

  private Fields() {}

  static List<DraftField> of(ObjectCounts object) {
    return object.fields().values().stream()
        .map(field -> field(field, field.present() == object.objects()))
        .toList();
  }

  private static DraftField field(FieldCounts field, boolean required) {
    if (field.present() == 0) {
      return DraftField.leaf(field.name(), null, false)
          .noted("never anything but null in the sample: give it a logicalType");
    } else if (most(field.object().objects(), field)) {
      return object(field, required);
    } else if (most(field.arrays(), field)) {
      return array(field, required);
    } else if (most(field.leaf().values(), field)) {
      return leaf(field, required);
    }
    return mixed(field.name());
  }

  private static boolean most(long count, FieldCounts field) {
    return count >= field.present() * NEARLY_ALL;
  }

  private static DraftField mixed(String name) {
    return DraftField.leaf(name, null, false)
        .noted("values of several kinds: no release can name it");
  }

  private static DraftField object(FieldCounts field, boolean required) {
    if (field.object().isMap()) {
      return DraftField.object(field.name(), required, List.of())
          .noted("a map, whose names are data: no release can name what is in it");
    }
    return DraftField.object(field.name(), required, of(field.object()));
  }

  private static DraftField array(FieldCounts field, boolean required) {
    FieldCounts items = field.items();
    if (items == null || items.present() == 0) {
      return DraftField.array(field.name(), required, null)
          .noted("always empty in the sample: say in items what it holds");
    }
    DraftField item = field(items, false);
    if (item.type() == null || item.type() == LogicalType.ARRAY) {
      return DraftField.array(field.name(), required, null)
          .noted("items of several kinds, or arrays again: no release can name them");
    }
    return DraftField.array(field.name(), required, item);
  }

  private static DraftField leaf(FieldCounts field, boolean required) {
    LeafCounts leaf = field.leaf();
    LogicalType type = leaf.type();
    if (type == null) {
      return mixed(field.name());
    }
    Integer length = type == LogicalType.STRING ? leaf.length() : null;
    Evidence evidence = leaf.evidence();
    return new DraftField(
        field.name(), type, note(leaf, type), required, length, null, evidence, List.of(), null);
  }

  private static @Nullable String note(LeafCounts leaf, LogicalType type) {
    long others = leaf.values() - leaf.fitting(type);
    if (others > 0) {
      return Samples.count(others, "value") + " of another type would be dead-lettered";
    }
    boolean local = type == LogicalType.STRING && leaf.localTimes();
    return local
        ? "times without an offset: make it timestamp and give logicalTypeOptions a defaultTimezone"
        : null;
  }
}
