package dev.weir.config.check;

import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.ObjectFields;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.ProductField;
import java.util.Optional;

/** Judges a grid, which stands on an object: of the two numbers {@code lat} and {@code lon}. */
final class GridCheck {

  private final ObjectFields fields;
  private final RoleRules roles;

  GridCheck(ObjectFields fields, RoleRules roles) {
    this.fields = fields;
    this.roles = roles;
  }

  void check(ProductField field, Treatment grid, Place place) {
    coordinate(field, "lat", grid, place);
    coordinate(field, "lon", grid, place);
  }

  private void coordinate(ProductField field, String name, Treatment grid, Place place) {
    Optional<ProductField> number =
        fields
            .find(field.path().then(name))
            .filter(found -> found.property().type() == LogicalType.NUMBER);
    PrivacyRole role = number.map(ProductField::role).orElse(null);
    if (number.isEmpty()) {
      place.note(
          CheckRule.TYPE_TREATMENT,
          "A grid is laid over an object of the numbers lat and lon, and here is no " + name,
          "Name such an object");
    } else if (role == null) {
      place.note(
          CheckRule.FIELD_WITHOUT_ROLE,
          "The product does not say of " + name + " what it says of a person",
          "Give it a privacyRole in the product");
    } else {
      roles.check(number.get(), role, grid, place);
    }
  }
}
