package dev.weir.config.check;

import dev.weir.config.FieldPath;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.ProductField;
import java.util.Map;
import java.util.Set;

/** Judges the fields of a release that treats them one by one. */
final class FieldsCheck {

  private final ReleaseContext context;
  private final RoleRules roles;
  private final NamedField named;
  private final TypeRules types = new TypeRules();

  FieldsCheck(ReleaseContext context, RoleRules roles) {
    this.context = context;
    this.roles = roles;
    named = new NamedField(context.fields());
  }

  void check(Map<FieldPath, Treatment> fields) {
    fields.forEach((path, treatment) -> check(path, treatment, fields.keySet()));
  }

  private void check(FieldPath path, Treatment treatment, Set<FieldPath> all) {
    Place place = context.place().key("fields").key(path.toString());
    Overlaps.check(path, all, place);
    named.find(path, place).ifPresent(field -> check(field, treatment, place));
  }

  private void check(ProductField field, Treatment treatment, Place place) {
    boolean whole = !field.property().type().leaf();
    if (treatment instanceof Treatment.Drop) {
      return; // whatever a field says of a person, nobody learns it
    } else if (whole && treatment instanceof Treatment.Generalize box && box.grid() != null) {
      new GridCheck(context.fields(), roles).check(field, treatment, place);
    } else if (whole) {
      named.keptArray(field, treatment, place).ifPresent(item -> judge(item, treatment, place));
    } else {
      judge(field, treatment, place);
    }
  }

  private void judge(ProductField field, Treatment treatment, Place place) {
    role(field, treatment, place);
    types.check(field.property(), treatment, place);
    new SettingRules(field.property(), place).check(treatment);
    if (treatment instanceof Treatment.Shift) {
      context.requireSubject(place, "shift moves each person's dates by that person's days");
    }
    if (treatment instanceof Treatment.Tokenize token && token.erasable()) {
      context.requireSubject(place, "an erasable token dies with the key of its subject");
    }
    memory(treatment, place);
    new FileRules(context.document(), field.property(), place).check(treatment);
  }

  private void memory(Treatment treatment, Place place) {
    boolean random =
        treatment instanceof Treatment.Tokenize token
            && token.scheme() == TokenScheme.RANDOM
            && token.remember() == null;
    if (random && context.document().value().retention() == null) {
      place.note(
          CheckRule.TOKEN_MEMORY,
          "Nothing says how long a value keeps its random token",
          "Give the field remember: P30D, or the agreement a retention");
    }
  }

  private void role(ProductField field, Treatment treatment, Place place) {
    PrivacyRole role = field.role();
    if (role != null) {
      roles.check(field, role, treatment, place);
    } else {
      place.note(
          CheckRule.FIELD_WITHOUT_ROLE,
          "The product does not say of this field what it says of a person",
          "Give it a privacyRole in the product");
    }
  }
}
