package dev.weir.plan.change;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** What is different in how much agreements may let out. */
record QuotaChanges(
    Map<String, JsonNode> before, Map<String, JsonNode> now, List<PlanChange> changes) {

  private static final JsonNode NONE = JsonNodeFactory.instance.objectNode();

  void all() {
    TreeSet<String> agreements = new TreeSet<>(before.keySet());
    agreements.addAll(now.keySet());
    for (String agreement : agreements) {
      JsonNode was = Objects.requireNonNull(before.getOrDefault(agreement, NONE));
      JsonNode is = Objects.requireNonNull(now.getOrDefault(agreement, NONE));
      if (!was.equals(is)) {
        String text = "quota is " + text(is) + ", was " + text(was) + meaning(is);
        changes.add(new PlanChange(PlanChange.Kind.TERMS, agreement, text));
      }
    }
  }

  private static String text(JsonNode quota) {
    return quota == NONE ? "not set" : quota.path("versions").toString();
  }

  private static String meaning(JsonNode is) {
    return is == NONE
        ? ": what waits for it leaves as fast as it can"
        : ": what has left of this day and month counts, and what waits is held to it";
  }
}
