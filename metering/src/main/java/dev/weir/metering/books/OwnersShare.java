package dev.weir.metering.books;

import dev.weir.config.price.PriceBook;
import dev.weir.metering.ledger.Entry.Posting;
import dev.weir.metering.money.Money;
import dev.weir.metering.rating.RevenueShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a product's owner gets of what was billed for it.
 *
 * @param share of the price book: above 0, at most 1
 * @param owed the part, rounded once
 */
public record OwnersShare(String product, BigDecimal share, Money billed, Money owed) {

  /**
   * The shares of lines, by product and currency.
   *
   * @param products the product's id by agreement id
   */
  public static List<OwnersShare> of(
      Collection<? extends Posting> lines, Map<String, String> products, PriceBook book) {
    List<OwnersShare> shares = new ArrayList<>();
    book.revenueShare().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            share ->
                billed(lines, products, share.getKey())
                    .values()
                    .forEach(sum -> shares.add(of(share.getKey(), share.getValue(), sum))));
    return shares;
  }

  private static SortedMap<String, Money> billed(
      Collection<? extends Posting> lines, Map<String, String> products, String product) {
    SortedMap<String, Money> sums = new TreeMap<>();
    for (Posting line : lines) {
      if (product.equals(products.get(line.key().agreement()))) {
        sums.merge(line.amount().currency().getCurrencyCode(), line.amount(), Money::plus);
      }
    }
    return sums;
  }

  /** A gateway reads a product from one source, its owner's. */
  private static OwnersShare of(String product, BigDecimal share, Money billed) {
    SortedMap<String, Long> source = new TreeMap<>(Map.of(product, 1L));
    Money owed = RevenueShare.of(billed, share, source).get(product);
    return new OwnersShare(product, share, billed, owed == null ? billed : owed);
  }
}
