package dev.weir.metering.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.metering.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;

class RevenueShareTest {

  private static final Currency EUR = Money.currency("EUR");
  private static final BigDecimal FIFTH = new BigDecimal("0.2");

  @Provide
  Arbitrary<Map<String, Long>> delivered() {
    return Arbitraries.maps(
            Arbitraries.of("a", "b", "c", "d", "e"), Arbitraries.longs().between(0, 1_000_000))
        .ofMinSize(1);
  }

  @Property
  void parts_addUpToThePool_andEachIsWithinACentOfItsOwn(
      @ForAll @LongRange(min = -1_000_000, max = 1_000_000) long billed,
      @ForAll @BigRange(min = "0.01", max = "1") @Scale(2) BigDecimal share,
      @ForAll("delivered") Map<String, Long> delivered) {
    Money sum = Money.ofMinor(EUR, billed);
    Money pool = Money.rounded(EUR, sum.amount().multiply(share));
    SortedMap<String, Money> parts = RevenueShare.of(sum, share, new TreeMap<>(delivered));
    assertThat(parts.values().stream().reduce(Money.none(EUR), Money::plus)).isEqualTo(pool);
    assertThat(parts.keySet()).isEqualTo(delivered.keySet());
    long all = delivered.values().stream().mapToLong(Long::longValue).sum();
    parts.forEach(
        (source, part) -> {
          double weight =
              all == 0 ? 1.0 / delivered.size() : (double) delivered.getOrDefault(source, 0L) / all;
          double off = part.amount().doubleValue() - pool.amount().doubleValue() * weight;
          assertThat(Math.abs(off)).isLessThan(0.01 + 1e-7);
        });
  }

  @Test
  void centsThatAreLeft_goToTheLargestRemainders() {
    SortedMap<String, Long> thirds = new TreeMap<>(Map.of("a", 1L, "b", 1L, "c", 1L));
    assertThat(RevenueShare.of(Money.ofMinor(EUR, 500), FIFTH, thirds).values())
        .extracting(Money::toString)
        .containsExactly("0.34 EUR", "0.33 EUR", "0.33 EUR");
    SortedMap<String, Long> uneven = new TreeMap<>(Map.of("a", 1L, "b", 2L));
    assertThat(RevenueShare.of(Money.ofMinor(EUR, 500), FIFTH, uneven).values())
        .extracting(Money::toString)
        .containsExactly("0.33 EUR", "0.67 EUR");
  }

  @Test
  void whoDeliveredNothing_getsNothing_unlessNobodyDid() {
    SortedMap<String, Long> one = new TreeMap<>(Map.of("a", 0L, "b", 7L));
    assertThat(RevenueShare.of(Money.ofMinor(EUR, 500), FIFTH, one).get("a"))
        .isEqualTo(Money.none(EUR));
    SortedMap<String, Long> none = new TreeMap<>(Map.of("a", 0L, "b", 0L));
    assertThat(RevenueShare.of(Money.ofMinor(EUR, 500), FIFTH, none).values())
        .containsOnly(Money.ofMinor(EUR, 50));
  }

  @Test
  void whatIsNoShare_isRefused() {
    SortedMap<String, Long> one = new TreeMap<>(Map.of("a", 1L));
    Money billed = Money.ofMinor(EUR, 500);
    assertThatThrownBy(() -> RevenueShare.of(billed, BigDecimal.ZERO, one))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RevenueShare.of(billed, new BigDecimal("1.01"), one))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RevenueShare.of(billed, FIFTH, new TreeMap<>()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RevenueShare.of(billed, FIFTH, new TreeMap<>(Map.of("a", -1L))))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
