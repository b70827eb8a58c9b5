package dev.weir.local.draft.values;

import java.util.Locale;
import java.util.Locale.IsoCountryCode;
import java.util.Set;

/** Codes of ISO lists, as Java has them. */
final class Codes {

  private static final Set<String> ALPHA_2 = Set.of(Locale.getISOCountries());
  private static final Set<String> ALPHA_3 =
      Set.copyOf(Locale.getISOCountries(IsoCountryCode.PART1_ALPHA3));

  private Codes() {}

  /** A country of ISO 3166-1, in capitals. */
  static boolean country(String text) {
    return ALPHA_2.contains(text) || ALPHA_3.contains(text);
  }
}
