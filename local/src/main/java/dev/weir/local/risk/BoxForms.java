package dev.weir.local.risk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Treatment;
import java.time.Period;
import java.util.function.Predicate;

/** How generalized values stand in rows of crowds: a run of cells, a label, a place, or null. */
final class BoxForms {

  private BoxForms() {}

  static Predicate<JsonNode> of(Treatment.Generalize generalize, LogicalType type) {
    Predicate<JsonNode> form = JsonNode::isTextual;
    if (generalize.grid() != null) {
      form = node -> both(node, "lat", "lon", degrees -> run(degrees, JsonNode::isNumber));
    } else if (generalize.step() != null) {
      form = run(type, generalize.step());
    }
    return form.or(JsonNode::isNull);
  }

  private static Predicate<JsonNode> run(LogicalType type, String step) {
    Predicate<JsonNode> end =
        switch (type) {
          case INTEGER -> JsonNode::isIntegralNumber;
          case NUMBER -> JsonNode::isNumber;
          default -> JsonNode::isTextual;
        };
    Predicate<JsonNode> run = node -> run(node, end);
    return single(type, step) ? run.or(end) : run;
  }

  /** Whether a cell is one value, which then stands alone. */
  private static boolean single(LogicalType type, String step) {
    return switch (type) {
      case INTEGER -> step.equals("1");
      case DATE -> Period.parse(step).equals(Period.ofDays(1));
      default -> false;
    };
  }

  private static boolean run(JsonNode node, Predicate<JsonNode> end) {
    return both(node, "from", "to", end);
  }

  private static boolean both(JsonNode node, String one, String other, Predicate<JsonNode> form) {
    return node.isObject()
        && node.size() == 2
        && form.test(node.path(one))
        && form.test(node.path(other));
  }
}
