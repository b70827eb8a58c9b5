package dev.weir.plan.change;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.plan.change.PlanChange.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is different in one release. */
record ReleaseChanges(String name, List<PlanChange> changes) {

  private static final List<String> TERMS =
      List.of(
          "partner",
          "kind",
          "topic",
          "status",
          "from",
          "to",
          "jurisdictions",
          "retention",
          "keyField",
          "keepJoinable");

  /**
   * @param before null: there was no such release; {@code now} likewise
   */
  void between(@Nullable JsonNode before, @Nullable JsonNode now) {
    if (before != null && now != null) {
      TERMS.forEach(term -> term(term, before.path(term), now.path(term)));
    }
    fields(ReleasedFields.of(before), ReleasedFields.of(now));
  }

  private void term(String term, JsonNode before, JsonNode now) {
    if (!before.equals(now)) {
      note(Kind.TERMS, term + " is " + text(now) + ", was " + text(before));
    }
  }

  private static String text(JsonNode value) {
    return value.isMissingNode() ? "not set" : value.isTextual() ? value.asText() : value + "";
  }

  private void fields(Map<String, JsonNode> before, Map<String, JsonNode> now) {
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(now.keySet());
    for (String path : paths) {
      JsonNode was = before.get(path);
      JsonNode is = now.get(path);
      if (was == null && is != null) {
        note(Kind.LEAVES, path + ": " + StepText.of(is));
      } else if (is == null) {
        note(Kind.ENDS, path);
      } else if (was != null) {
        field(path, was, is);
      }
    }
  }

  private void field(String path, JsonNode was, JsonNode is) {
    String others = TokenSettings.different(was, is);
    if (!others.isEmpty()) {
      note(Kind.TOKENS, path + ": equal values get other tokens than before (" + others + ")");
    } else if (!was.equals(is)) {
      String now = StepText.of(is);
      String before = StepText.of(was);
      note(
          Kind.FORM,
          path + ": " + now + (now.equals(before) ? ", of other contents" : ", was " + before));
    }
  }

  private void note(Kind kind, String text) {
    changes.add(new PlanChange(kind, name, text));
  }
}
