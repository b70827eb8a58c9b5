package dev.weir.config.check;

import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.ProductField;

/** What a kind of release lets be done to a field of a role. */
interface RoleRules {

  /** Notes a treatment that the role does not allow. */
  void check(ProductField field, PrivacyRole role, Treatment treatment, Place place);
}
