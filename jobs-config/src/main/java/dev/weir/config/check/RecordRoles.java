package dev.weir.config.check;

import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.ProductField;
import java.util.List;

/** What a field's role allows in records. */
final class RecordRoles implements RoleRules {

  private static final List<String> SUBJECT = List.of("tokenize", "redact", "drop");
  private static final List<String> IDENTIFIER =
      List.of("tokenize", "mask", "truncate", "replace", "redact", "drop");

  @Override
  public void check(ProductField field, PrivacyRole role, Treatment treatment, Place place) {
    String word = Words.of(treatment);
    if (role == PrivacyRole.SUBJECT) {
      Allowed.check(role, word, SUBJECT, "records", place);
    } else if (role == PrivacyRole.IDENTIFIER) {
      Allowed.check(role, word, IDENTIFIER, "records", place);
    }
    if (treatment instanceof Treatment.Generalize) {
      place.note(
          CheckRule.KIND_TREATMENT,
          "Records have no crowd to generalize in",
          "Use round, bucket, truncate or replace, or a release of kind cohorts");
    } else if (treatment instanceof Treatment.Tokenize tokenize && tokenize.scheme() == null) {
      place.note(
          CheckRule.KIND_TREATMENT,
          "Records do not say by which scheme to tokenize",
          "Write tokenize: deterministic, one-way, random or format-preserving");
    }
  }
}
