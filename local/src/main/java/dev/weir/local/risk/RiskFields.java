package dev.weir.local.risk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.config.FieldPath;
import dev.weir.config.agreement.Release;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.ObjectFields;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.ProductField;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a release that somebody could be found by.
 *
 * @param quasiIdentifiers as they are released, in the agreement's order; a token is none of them
 * @param person the subject's token: rows with the same one are of one person; null: nothing says
 *     so, and each row is taken for a person
 * @param shape of a row
 */
public record RiskFields(
    List<FieldPath> quasiIdentifiers, @Nullable FieldPath person, RowShape shape) {

  private static final Set<PrivacyRole> QUASI =
      Set.of(PrivacyRole.QUASI_IDENTIFIER, PrivacyRole.JURISDICTION);

  public RiskFields {
    quasiIdentifiers = List.copyOf(quasiIdentifiers);
  }

  /**
   * Of a release. In crowds whatever is generalized is in the box, of any role, and a place is an
   * object of none.
   *
   * @param product the fields of the schema object that it is made of
   */
  static RiskFields of(Release release, ObjectFields product) {
    Map<FieldPath, Treatment> fields = fields(release);
    List<FieldPath> quasi =
        fields.entrySet().stream()
            .filter(field -> shows(field.getValue()))
            .filter(field -> boxed(field.getValue()) || narrows(product.find(field.getKey())))
            .map(Map.Entry::getKey)
            .toList();
    Optional<FieldPath> person =
        product
            .subject()
            .map(ProductField::path)
            .filter(path -> fields.get(path) instanceof Treatment.Tokenize);
    Map<FieldPath, Predicate<JsonNode>> forms = forms(fields, product);
    if (release instanceof Release.Cohorts) {
      person.ifPresent(path -> forms.put(path, JsonNode::isTextual));
    }
    return new RiskFields(quasi, person.orElse(null), RowShape.of(leaving(fields), forms));
  }

  private static List<FieldPath> leaving(Map<FieldPath, Treatment> fields) {
    return fields.entrySet().stream()
        .filter(field -> !(field.getValue() instanceof Treatment.Drop))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Map<FieldPath, Predicate<JsonNode>> forms(
      Map<FieldPath, Treatment> fields, ObjectFields product) {
    Map<FieldPath, Predicate<JsonNode>> forms = new HashMap<>();
    fields.forEach(
        (path, treatment) -> {
          if (treatment instanceof Treatment.Generalize box) {
            product
                .find(path)
                .ifPresent(field -> forms.put(path, BoxForms.of(box, field.property().type())));
          }
        });
    return forms;
  }

  private static Map<FieldPath, Treatment> fields(Release release) {
    if (release instanceof Release.Records records) {
      return records.fields();
    }
    return release instanceof Release.Cohorts cohorts ? cohorts.fields() : Map.of();
  }

  private static boolean boxed(Treatment treatment) {
    return treatment instanceof Treatment.Generalize;
  }

  private static boolean narrows(Optional<ProductField> field) {
    return field.map(ProductField::role).filter(QUASI::contains).isPresent();
  }

  /** Whether something of the value is seen. */
  private static boolean shows(Treatment treatment) {
    return !(treatment instanceof Treatment.Drop
        || treatment instanceof Treatment.Redact
        || treatment instanceof Treatment.Tokenize);
  }
}
