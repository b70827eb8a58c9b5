package dev.weir.local.payments;

import java.util.Locale;

/** What can be wrong with an invented record, named as the reason that Weir must give. */
public enum Flaw {
  /** Cut off in the middle. */
  MALFORMED,
  /** Text where a number is declared. */
  WRONG_TYPE,
  /** Without the customer's id. */
  MISSING,
  /** Two amounts. */
  DUPLICATE_NAME;

  public String reason() {
    return name().toLowerCase(Locale.ROOT);
  }
}
