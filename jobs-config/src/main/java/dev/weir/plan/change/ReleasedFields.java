package dev.weir.plan.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields of a release by their paths in what leaves, each with its step. */
final class ReleasedFields {

  private final Map<String, JsonNode> steps = new TreeMap<>();

  private ReleasedFields() {}

  /**
   * @param release null: nothing leaves
   */
  static Map<String, JsonNode> of(@Nullable JsonNode release) {
    ReleasedFields fields = new ReleasedFields();
    if (release != null) {
      fields.output("", release.path("output"));
    }
    return fields.steps;
  }

  private void output(String path, JsonNode output) {
    switch (output.path("output").asText()) {
      case "object" ->
          output.path("fields").forEach(field -> output(inside(path, field), field.path("output")));
      case "array" -> output(path + "[]", output.path("item"));
      default -> steps.put(path, output.path("step"));
    }
  }

  private static String inside(String path, JsonNode field) {
    String name = field.path("name").asText();
    return path.isEmpty() ? name : path + "." + name;
  }
}
