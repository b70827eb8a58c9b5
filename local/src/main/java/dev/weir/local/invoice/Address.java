package dev.weir.local.invoice;

import org.jspecify.annotations.Nullable;

/**
 * A postal address (EN 16931: BG-5, BG-8).
 *
 * @param postCode null where there are none
 * @param country ISO 3166-1, two letters
 */
public record Address(String street, @Nullable String postCode, String city, String country) {

  /** In the place of one that could not be read. */
  static final Address NONE = new Address("", null, "", "");
}
