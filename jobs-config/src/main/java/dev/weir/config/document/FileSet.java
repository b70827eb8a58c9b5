package dev.weir.config.document;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.gateway.Gateway;
import dev.weir.config.price.PriceBook;
import dev.weir.config.product.Product;
import java.util.List;

/**
 * Files that are judged together, in the order in which they were named; a file named twice, or by
 * a gateway and by the user, is there once.
 */
public record FileSet(
    List<Document<Product>> products,
    List<Document<Agreement>> agreements,
    List<Document<Gateway>> gateways,
    List<Document<PriceBook>> priceBooks) {
  public FileSet {
    products = List.copyOf(products);
    agreements = List.copyOf(agreements);
    gateways = List.copyOf(gateways);
    priceBooks = List.copyOf(priceBooks);
  }
}
