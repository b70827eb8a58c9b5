package dev.weir.local.draft.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.local.draft.values.LeafCounts;
import org.jspecify.annotations.Nullable;

/** What stands under one name. */
final class FieldCounts {

  private final String name;
  private final boolean text;
  private final LeafCounts leaf;
  private final ObjectCounts object;
  private @Nullable FieldCounts items;
  private long present;
  private long arrays;

  FieldCounts(String name, boolean text) {
    this.name = name;
    this.text = text;
    leaf = new LeafCounts(name, text);
    object = new ObjectCounts(text);
  }

  void add(JsonNode value) {
    if (value.isNull()) {
      return;
    }
    present++;
    if (value.isObject()) {
      object.add(value);
    } else if (value.isArray()) {
      arrays++;
      FieldCounts each = items == null ? new FieldCounts(name, text) : items;
      items = each;
      value.forEach(each::add);
    } else if (value.isNumber()) {
      leaf.number(value.asText());
    } else if (value.isBoolean()) {
      leaf.bool();
    } else {
      leaf.string(value.asText());
    }
  }

  String name() {
    return name;
  }

  LeafCounts leaf() {
    return leaf;
  }

  ObjectCounts object() {
    return object;
  }

  @Nullable FieldCounts items() {
    return items;
  }

  /** How many are not null. */
  long present() {
    return present;
  }

  long arrays() {
    return arrays;
  }
}
