package dev.weir.metering.books;

import dev.weir.metering.books.RatingReport.RatedAgreement;
import dev.weir.metering.focus.Names;
import java.util.HashMap;
import java.util.Map;

/** The names that FOCUS asks for and a ledger does not hold, as the last rating knew them. */
public final class BooksNames {

  private BooksNames() {}

  /** Of the issuer, and of every agreement that was rated. */
  public static Names of(Books books) {
    Map<String, String> partners = new HashMap<>();
    Map<String, String> products = new HashMap<>();
    for (RatedAgreement agreement : books.report().agreements()) {
      products.put(agreement.agreement(), agreement.product());
      if (agreement.partnerName() != null) {
        partners.put(agreement.partner(), agreement.partnerName());
      }
    }
    return new Names(books.issuer(), partners, products);
  }
}
