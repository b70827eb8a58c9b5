package dev.weir.plan.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The fields of a release by their paths in what leaves. */
final class ReleasedFields {

  private final Map<String, ReleasedField> fields = new TreeMap<>();

  private ReleasedFields() {}

  /**
   * @param release null: nothing leaves
   */
  static Map<String, ReleasedField> of(@Nullable JsonNode release) {
    ReleasedFields all = new ReleasedFields();
    if (release != null) {
      all.output("", false, release.path("output"));
    }
    return all.fields;
  }

  private void output(String path, boolean required, JsonNode output) {
    switch (output.path("output").asText()) {
      case "object" -> output.path("fields").forEach(field -> field(path, field));
      case "array" -> output(path + "[]", required, output.path("item"));
      default -> fields.put(path, new ReleasedField(output, required));
    }
  }

  private void field(String path, JsonNode field) {
    String name = field.path("name").asText();
    String inside = path.isEmpty() ? name : path + "." + name;
    output(inside, field.path("required").asBoolean(), field.path("output"));
  }
}
