package dev.weir.local.draft.role;

import dev.weir.config.product.PrivacyRole;

/** Which of two roles allows less (language, section 1, its table). */
public final class Strictness {

  private Strictness() {}

  /** Larger is stricter; a jurisdiction is a quasi-identifier. */
  public static int of(PrivacyRole role) {
    return switch (role) {
      case SUBJECT -> 4;
      case IDENTIFIER -> 3;
      case QUASI_IDENTIFIER, JURISDICTION -> 2;
      case SENSITIVE -> 1;
      case PUBLIC -> 0;
    };
  }

  static boolean stricter(PrivacyRole one, PrivacyRole other) {
    return of(one) > of(other);
  }
}
