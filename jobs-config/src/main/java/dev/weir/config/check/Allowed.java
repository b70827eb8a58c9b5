package dev.weir.config.check;

import dev.weir.config.product.PrivacyRole;
import java.util.List;

/** The treatments that a role allows, by name. */
final class Allowed {

  private Allowed() {}

  static void check(PrivacyRole role, String word, List<String> allowed, String kind, Place place) {
    if (!allowed.contains(word)) {
      place.note(
          CheckRule.ROLE_TREATMENT,
          "In " + kind + " a field of role " + role.word() + " does not leave by " + word,
          "Choose " + String.join(", ", allowed));
    }
  }
}
