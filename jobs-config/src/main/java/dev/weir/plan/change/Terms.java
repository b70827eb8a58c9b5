package dev.weir.plan.change;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.plan.change.PlanChange.Kind;
import java.util.List;

/**
 * The terms of two printed parts of a plan, held against one another.
 *
 * @param where both are told under this
 */
record Terms(String where, JsonNode before, JsonNode now, List<PlanChange> changes) {

  /** Tells that a term is another one, in words to which {@code meaning} is added. */
  void compare(String term, Kind kind, String meaning) {
    JsonNode is = now.path(term);
    JsonNode was = before.path(term);
    if (!was.equals(is)) {
      String text = term + " is " + text(is) + ", was " + text(was) + meaning;
      changes.add(new PlanChange(kind, where, text));
    }
  }

  private static String text(JsonNode value) {
    return value.isMissingNode() ? "not set" : value.isTextual() ? value.asText() : value + "";
  }
}
