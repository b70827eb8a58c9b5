package dev.weir.metering.rating;

import dev.weir.metering.money.Money;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * {@code revenueShare}: what the contributors of a product get of what was billed for it.
 *
 * <p>The pool is the share of the billed sum, rounded once. It is split by how many of the
 * delivered records came from each source, by the method of the largest remainder (Hamilton): each
 * gets the whole minor units of his part, and the few that are left go to the largest remainders,
 * of equal ones to the first by name. So the parts add up to the pool, and each is less than one
 * minor unit away from its exact part.
 */
public final class RevenueShare {

  private record Part(String source, BigInteger whole, BigInteger remainder) {}

  private RevenueShare() {}

  /**
   * What each source gets.
   *
   * @param billed for the product; below 0 if more was taken back than charged
   * @param share above 0, at most 1
   * @param delivered records by source, at least one source; where nothing was delivered all get
   *     the same, since a month without records is paid for too
   * @throws IllegalArgumentException if there is no source, a count is below 0, or the share is out
   *     of range
   */
  public static SortedMap<String, Money> of(
      Money billed, BigDecimal share, SortedMap<String, Long> delivered) {
    if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
      throw new IllegalArgumentException("a share is above 0 and at most 1");
    }
    if (delivered.isEmpty() || delivered.values().stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("a share goes to sources, which delivered 0 or more");
    }
    Money pool = Money.rounded(billed.currency(), billed.amount().multiply(share));
    SortedMap<String, Money> parts = new TreeMap<>();
    split(pool.minor().abs(), weights(delivered))
        .forEach((source, units) -> parts.put(source, money(pool, units)));
    return parts;
  }

  private static SortedMap<String, BigInteger> weights(SortedMap<String, Long> delivered) {
    boolean none = delivered.values().stream().allMatch(count -> count == 0);
    SortedMap<String, BigInteger> weights = new TreeMap<>();
    delivered.forEach(
        (source, count) -> weights.put(source, none ? BigInteger.ONE : BigInteger.valueOf(count)));
    return weights;
  }

  private static Map<String, BigInteger> split(
      BigInteger pool, SortedMap<String, BigInteger> weights) {
    BigInteger all = weights.values().stream().reduce(BigInteger.ZERO, BigInteger::add);
    List<Part> parts = new ArrayList<>();
    weights.forEach(
        (source, weight) -> {
          BigInteger[] part = pool.multiply(weight).divideAndRemainder(all);
          parts.add(new Part(source, part[0], part[1]));
        });
    BigInteger given = parts.stream().map(Part::whole).reduce(BigInteger.ZERO, BigInteger::add);
    int left = pool.subtract(given).intValueExact();
    parts.sort(Comparator.comparing(Part::remainder).reversed().thenComparing(Part::source));
    Map<String, BigInteger> split = new TreeMap<>();
    for (int i = 0; i < parts.size(); i++) {
      BigInteger whole = parts.get(i).whole();
      split.put(parts.get(i).source(), i < left ? whole.add(BigInteger.ONE) : whole);
    }
    return split;
  }

  private static Money money(Money pool, BigInteger units) {
    Money part = new Money(pool.currency(), new BigDecimal(units, pool.amount().scale()));
    return pool.sign() < 0 ? part.negated() : part;
  }
}
