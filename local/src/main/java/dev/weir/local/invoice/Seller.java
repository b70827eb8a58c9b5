package dev.weir.local.invoice;

import org.jspecify.annotations.Nullable;

/**
 * Who writes the invoice (EN 16931: BG-4, BG-6, BG-16).
 *
 * @param vatId with the country's letters in front
 * @param email where electronic answers go (BT-34)
 */
public record Seller(
    String apiVersion,
    String kind,
    String name,
    Address address,
    String vatId,
    @Nullable String email,
    @Nullable Contact contact,
    @Nullable Bank bank) {

  /** Whom the buyer may ask. */
  public record Contact(String name, String phone, String email) {}

  /**
   * Where the buyer pays.
   *
   * @param iban without spaces, its check digits right
   */
  public record Bank(String iban, @Nullable String bic) {}
}
