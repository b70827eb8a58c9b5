package dev.weir.local.risk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.config.FieldPath;
import dev.weir.config.FieldPath.Segment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which fields the rows of a release have.
 *
 * @param leaves by the names on the way, whatever stands below them
 * @param above what leaves stand in
 */
public record RowShape(Set<List<String>> leaves, Set<List<String>> above) {

  public RowShape {
    leaves = Set.copyOf(leaves);
    above = Set.copyOf(above);
  }

  /** Of the fields that leave. */
  static RowShape of(Collection<FieldPath> leaving) {
    Set<List<String>> leaves = new HashSet<>();
    Set<List<String>> above = new HashSet<>();
    for (FieldPath path : leaving) {
      List<String> names = path.segments().stream().map(Segment::name).toList();
      leaves.add(names);
      for (int length = 1; length < names.size(); length++) {
        above.add(names.subList(0, length));
      }
    }
    return new RowShape(leaves, above);
  }

  /** Whether a row has fields, and no others than these. */
  boolean fits(JsonNode row) {
    return !row.isEmpty() && fits(row, List.of());
  }

  private boolean fits(JsonNode node, List<String> at) {
    if (node.isArray()) {
      return !at.isEmpty() && each(node, at);
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      List<String> path = new ArrayList<>(at);
      path.add(field.getKey());
      boolean goesOn = above.contains(path) && fits(field.getValue(), path);
      if (!leaves.contains(path) && !goesOn) {
        return false;
      }
    }
    return node.isObject() || node.isNull();
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
