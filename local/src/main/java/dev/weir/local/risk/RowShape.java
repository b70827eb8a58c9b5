package dev.weir.local.risk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.config.FieldPath;
import dev.weir.config.FieldPath.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which fields the rows of a release have, and in crowds what stands there.
 *
 * @param leaves by the names on the way: values, or arrays of values
 * @param above what leaves stand in
 * @param forms of boxes and of the person's token, by the names on the way; no row of a crowd is
 *     without them, and none of them is in an array
 */
public record RowShape(
    Set<List<String>> leaves,
    Set<List<String>> above,
    Map<List<String>, Predicate<JsonNode>> forms) {

  public RowShape {
    leaves = Set.copyOf(leaves);
    above = Set.copyOf(above);
    forms = Map.copyOf(forms);
  }

  /** Of the fields that leave. */
  static RowShape of(Collection<FieldPath> leaving, Map<FieldPath, Predicate<JsonNode>> forms) {
    Set<List<String>> leaves = new HashSet<>();
    Set<List<String>> above = new HashSet<>();
    for (FieldPath path : leaving) {
      List<String> names = names(path);
      leaves.add(names);
      for (int length = 1; length < names.size(); length++) {
        above.add(names.subList(0, length));
      }
    }
    Map<List<String>, Predicate<JsonNode>> named = new HashMap<>();
    forms.forEach((path, form) -> named.put(names(path), form));
    return new RowShape(leaves, above, named);
  }

  private static List<String> names(FieldPath path) {
    return path.segments().stream().map(Segment::name).toList();
  }

  /** Whether a row has fields, and no others than these. */
  boolean fits(JsonNode row) {
    return !row.isEmpty() && fits(row, List.of());
  }

  /** A box or token that is missing, or stands there in another form than it leaves in. */
  Optional<FieldPath> misshapen(JsonNode row) {
    return forms.entrySet().stream()
        .filter(form -> !form.getValue().test(at(row, form.getKey())))
        .map(form -> FieldPath.of(form.getKey().toArray(String[]::new)))
        .min(Comparator.comparing(FieldPath::toString));
  }

  private static JsonNode at(JsonNode row, List<String> names) {
    JsonNode at = row;
    for (String name : names) {
      at = at.path(name);
    }
    return at;
  }

  private boolean fits(JsonNode node, List<String> at) {
    if (node.isArray()) {
      return !at.isEmpty() && each(node, at);
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      List<String> path = new ArrayList<>(at);
      path.add(field.getKey());
      boolean goesOn = above.contains(path) && fits(field.getValue(), path);
      if (!goesOn && !leaf(field.getValue(), path)) {
        return false;
      }
    }
    return node.isObject() || node.isNull();
  }

  private boolean leaf(JsonNode value, List<String> path) {
    return leaves.contains(path) && (forms.containsKey(path) || plain(value));
  }

  private static boolean plain(JsonNode value) {
    return value.isArray() ? value.valueStream().allMatch(RowShape::plain) : !value.isObject();
  }

  private boolean each(JsonNode items, List<String> at) {
    for (JsonNode item : items) {
      if (!fits(item, at)) {
        return false;
      }
    }
    return true;
  }
}
