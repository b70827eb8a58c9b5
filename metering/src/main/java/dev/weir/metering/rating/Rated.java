package dev.weir.metering.rating;

import dev.weir.metering.money.Money;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;

/**
 * A month of an agreement, rated. Each record of the usage is on one line, or counted in one of the
 * other two figures.
 *
 * @param lines by key, each key once
 * @param withoutPrice records under an agreement, or a tier, that says no price: they cost nothing
 * @param outside records that were released when no version of the agreement, or of its tier, was
 *     in force: somebody must look why
 */
public record Rated(List<RatedLine> lines, long withoutPrice, long outside) {
  public Rated {
    lines = lines.stream().sorted(Comparator.comparing(RatedLine::key)).toList();
  }

  /** The sum of the lines of a currency. */
  public Money total(Currency currency) {
    return lines.stream()
        .map(RatedLine::amount)
        .filter(amount -> amount.currency().equals(currency))
        .reduce(Money.none(currency), Money::plus);
  }
}
