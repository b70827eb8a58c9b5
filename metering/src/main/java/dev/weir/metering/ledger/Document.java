package dev.weir.metering.ledger;

import dev.weir.metering.money.Money;
import java.util.List;

/**
 * A statement of a month, or a credit note, for one partner in one currency.
 *
 * @param id a sequential number in a series of its kind, without gaps (Directive 2006/112/EC,
 *     article 226 (2))
 * @param total the sum of its lines
 * @param entries the numbers of its lines
 */
public record Document(String id, String partner, Money total, List<Long> entries) {
  public Document {
    entries = List.copyOf(entries);
  }
}
