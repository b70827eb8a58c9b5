package dev.weir.local.draft.role;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.local.draft.field.DraftField;
import dev.weir.local.draft.values.Evidence;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A field that may get a role, and what its name says.
 *
 * @param above the words of what it stands in: an object's name, or the schema object's
 */
record Candidate(FieldPath path, DraftField field, NameWords own, NameWords above) {

  private static final Vocabulary VOCABULARY = Vocabulary.shipped();
  private static final Set<String> NO_KEYS = Set.of("code", "cod", "codigo", "number", "num");

  /** How plainly a name says whose key it is; larger is plainer, {@link #NOT} not at all. */
  static final int NOT = -1;

  private static final int BY_ITSELF = 10;
  private static final int BY_PLACE = 5;
  private static final int WITHOUT_THE_WORD = 0;

  /** What the name says by itself, or where that is nothing, what it stands in says. */
  Set<Concept> concepts() {
    Set<Concept> said = standing(own.runs());
    return said.isEmpty() && path.segments().size() > 1 ? standing(above.runs()) : said;
  }

  /** What the last words of the name say: of what a number is. */
  Set<Concept> headConcepts() {
    return standing(own.endings());
  }

  private static Set<Concept> standing(Set<String> runs) {
    return VOCABULARY.of(runs).stream()
        .filter(Concept::standsAlone)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** How plainly it is the key of an owner of that kind. */
  int keyOf(Concept owner) {
    if (own.runs().stream().anyMatch(run -> VOCABULARY.keyOf(owner, run))) {
      return BY_ITSELF;
    } else if (isKey() && own.in(above).endings().stream().anyMatch(r -> placed(owner, r))) {
      return BY_PLACE;
    }
    return VOCABULARY.is(owner, own.whole()) ? WITHOUT_THE_WORD : NOT;
  }

  private boolean placed(Concept owner, String run) {
    return run.length() > own.whole().length() && VOCABULARY.keyOf(owner, run);
  }

  /** Whether the name ends, or begins, with a word for a key. */
  boolean isKey() {
    if (own.words().isEmpty()) {
      return false;
    }
    String last = own.words().get(own.words().size() - 1);
    String first = own.words().get(0);
    boolean ends = VOCABULARY.is(Concept.KEY, last) && !NO_KEYS.contains(last);
    return ends || first.equals("id") || first.equals("uuid");
  }

  Evidence evidence() {
    return field.value().evidence();
  }

  @Nullable LogicalType type() {
    return field.value().type();
  }

  boolean numeric() {
    return type() == LogicalType.NUMBER || type() == LogicalType.INTEGER;
  }

  /** Whether a record has one of it. */
  boolean single() {
    return field.type() != LogicalType.ARRAY && !path.repeated();
  }

  int depth() {
    return path.segments().size();
  }
}
