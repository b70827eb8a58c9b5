package dev.weir.config.check;

import dev.weir.config.FieldPath;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.ProductField;
import java.util.List;
import java.util.Set;

/** What a field's role allows in cohorts. */
final class CohortRoles implements RoleRules {

  private static final List<String> SUBJECT = List.of("tokenize", "drop");
  private static final List<String> IDENTIFIER = List.of("tokenize", "redact", "drop");
  private static final List<String> QUASI_IDENTIFIER = List.of("generalize", "drop");
  private static final List<String> HIDING = List.of("tokenize", "redact", "drop", "generalize");

  private final Set<FieldPath> guarded;

  /**
   * @param guarded the fields with an entry in {@code diversity} or {@code closeness}
   */
  CohortRoles(Set<FieldPath> guarded) {
    this.guarded = Set.copyOf(guarded);
  }

  @Override
  public void check(ProductField field, PrivacyRole role, Treatment treatment, Place place) {
    String word = Words.of(treatment);
    switch (role) {
      case SUBJECT -> Allowed.check(role, word, SUBJECT, "cohorts", place);
      case IDENTIFIER -> Allowed.check(role, word, IDENTIFIER, "cohorts", place);
      case QUASI_IDENTIFIER, JURISDICTION ->
          Allowed.check(role, word, QUASI_IDENTIFIER, "cohorts", place);
      case SENSITIVE -> sensitive(field, word, place);
      case PUBLIC -> unique(field, word, place);
    }
    bare(treatment, place);
  }

  private void sensitive(ProductField field, String word, Place place) {
    if (!guarded.contains(field.path()) && !word.equals("drop")) {
      place.note(
          CheckRule.ROLE_TREATMENT,
          "A crowd that agrees on a sensitive field tells it of each of its members",
          "Add an entry for it to diversity or closeness, or drop it");
    }
  }

  private static void unique(ProductField field, String word, Place place) {
    boolean unique = field.property().unique() || field.property().primaryKey();
    if (unique && !HIDING.contains(word)) {
      place.note(
          CheckRule.UNIQUE_IN_COHORT,
          "This field is unique and tells apart the rows of a crowd",
          "Leave it out if whoever knows one of its values could find the person");
    }
  }

  private static void bare(Treatment treatment, Place place) {
    if (treatment instanceof Treatment.Tokenize tokenize && tokenize.scheme() != null) {
      place.note(
          CheckRule.KIND_TREATMENT,
          "In cohorts tokens are bound to the cohort and take no scheme",
          "Write tokenize alone");
    }
  }
}
