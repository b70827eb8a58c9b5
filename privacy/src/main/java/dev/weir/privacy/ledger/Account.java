package dev.weir.privacy.ledger;

import java.io.Serializable;

/**
 * Whose budget it is: that of a release in a period. Another version of the agreement has the same.
 *
 * @param product id of the product, over whose accounts a ceiling may be set
 * @param release {@code <agreement>/<release>}
 */
public record Account(String product, String partner, String release, Span period)
    implements Serializable {}
