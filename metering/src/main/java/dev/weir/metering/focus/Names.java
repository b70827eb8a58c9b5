package dev.weir.metering.focus;

import java.util.Map;

/**
 * Names that the ledger does not hold.
 *
 * @param provider who sells the data and writes the invoices
 * @param partners names by partner id; a partner may have none
 * @param products the product's id by agreement id; each charged agreement has one
 */
public record Names(String provider, Map<String, String> partners, Map<String, String> products) {
  public Names {
    if (provider.isBlank()) {
      throw new IllegalArgumentException("a provider has a name");
    }
    partners = Map.copyOf(partners);
    products = Map.copyOf(products);
  }

  /**
   * @throws IllegalArgumentException if the agreement has none
   */
  String product(String agreement) {
    String product = products.get(agreement);
    if (product == null) {
      throw new IllegalArgumentException(
          "agreement " + agreement + " has no product among the names");
    }
    return product;
  }
}
