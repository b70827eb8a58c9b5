package dev.weir.plan.change;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.plan.change.PlanChange.Kind;
import java.util.List;

/**
 * What is different in how a product's records are read, for all its releases.
 *
 * @param name {@code <product>/<object>}
 */
record ProductChanges(String name, List<PlanChange> changes) {

  void between(JsonNode before, JsonNode now) {
    term("version", Kind.TERMS, before, now, "");
    term(
        "subject",
        Kind.TOKENS,
        before,
        now,
        ": shifts and tokens that can be erased are those of other people than before");
    term("eventTime", Kind.TERMS, before, now, ": it says which period a record is of");
    term("jurisdiction", Kind.TERMS, before, now, ": it says whose records are released");
  }

  private void term(String term, Kind kind, JsonNode before, JsonNode now, String meaning) {
    if (!before.path(term).equals(now.path(term))) {
      String is = text(now.path(term));
      String was = text(before.path(term));
      changes.add(new PlanChange(kind, name, term + " is " + is + ", was " + was + meaning));
    }
  }

  private static String text(JsonNode value) {
    return value.isMissingNode() ? "not set" : value.asText();
  }
}
