package dev.weir.plan.change;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.plan.change.PlanChange.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is different in one release. */
record ReleaseChanges(String name, List<PlanChange> changes) {

  private static final String ACTIVE = "active";
  private static final List<String> TERMS =
      List.of(
          "kind", "topic", "from", "to", "jurisdictions", "retention", "keyField", "keepJoinable");
  private static final List<String> CROWD =
      List.of("mode", "k", "diversity", "closeness", "hold", "horizon", "pace", "regions");

  private static final List<String> COUNTED =
      List.of("window", "lateness", "groupBy", "measures", "perSubject", "budget", "postProcess");

  /**
   * @param before null: there was no such release; {@code now} likewise
   */
  void between(@Nullable JsonNode before, @Nullable JsonNode now) {
    if (before != null && now != null) {
      Terms release = new Terms(name, before, now, changes);
      release.compare("partner", Kind.LEAVES, ": all that the release holds leaves to another");
      release.compare("status", status(before, now), "");
      TERMS.forEach(term -> release.compare(term, Kind.TERMS, ""));
      if (before.has("cohort") && now.has("cohort")) {
        crowd(new Terms(name, before.get("cohort"), now.get("cohort"), changes));
      }
    }
    if (before != null && now != null && before.has("statistics") && now.has("statistics")) {
      counted(new Terms(name, before.get("statistics"), now.get("statistics"), changes));
    }
    fields(ReleasedFields.of(before), ReleasedFields.of(now));
  }

  private static void counted(Terms counted) {
    COUNTED.forEach(term -> counted.compare(term, Kind.TERMS, ""));
    counted.compare(
        "terms",
        Kind.ENDS,
        ": the open windows are not released; what the period has spent stays spent");
  }

  private static void crowd(Terms crowd) {
    CROWD.forEach(term -> crowd.compare(term, Kind.TERMS, ""));
    crowd.compare("space", Kind.TOKENS, ": everybody gets another crowd, and another token in it");
    crowd.compare("form", Kind.ENDS, ": rows that wait are withheld, for they hold the former one");
  }

  /** Of what is not active nothing leaves. */
  private static Kind status(JsonNode before, JsonNode now) {
    boolean did = before.path("status").asText().equals(ACTIVE);
    boolean does = now.path("status").asText().equals(ACTIVE);
    return did == does ? Kind.TERMS : does ? Kind.LEAVES : Kind.ENDS;
  }

  private void fields(Map<String, ReleasedField> before, Map<String, ReleasedField> now) {
    TreeSet<String> paths = new TreeSet<>(before.keySet());
    paths.addAll(now.keySet());
    for (String path : paths) {
      ReleasedField was = before.get(path);
      ReleasedField is = now.get(path);
      if (was == null && is != null) {
        note(Kind.LEAVES, path + ": " + is.text());
      } else if (is == null) {
        note(Kind.ENDS, path);
      } else if (was != null) {
        field(path, was, is);
      }
    }
  }

  private void field(String path, ReleasedField was, ReleasedField is) {
    String others = TokenSettings.different(was.step(), is.step());
    if (!others.isEmpty()) {
      note(Kind.TOKENS, path + ": equal values get other tokens than before (" + others + ")");
    } else if (!was.step().equals(is.step())) {
      String than = is.text().equals(was.text()) ? ", of other contents" : ", was " + was.text();
      note(Kind.FORM, path + ": " + is.text() + than);
    }
    if (!was.form().equals(is.form())) {
      note(Kind.FORM, path + ": " + is.form() + "; was " + was.form());
    }
  }

  private void note(Kind kind, String text) {
    changes.add(new PlanChange(kind, name, text));
  }
}
