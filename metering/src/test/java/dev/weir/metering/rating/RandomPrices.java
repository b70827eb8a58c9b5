package dev.weir.metering.rating;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Price;
import dev.weir.config.agreement.Price.PriceTier;
import dev.weir.config.agreement.Quota;
import dev.weir.config.agreement.Quota.OnExceed;
import dev.weir.config.agreement.Status;
import dev.weir.config.agreement.ValidPeriod;
import dev.weir.config.price.PriceBook;
import dev.weir.config.price.PriceBook.TierVersion;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Tariffs of all kinds, around March 2026. */
public final class RandomPrices {

  private static final Instant FEBRUARY = Instant.parse("2026-02-20T00:00:00Z");
  private static final int HOURS = 24 * 50;

  private RandomPrices() {}

  /** Through agreements in several versions and a price book in several versions. */
  public static Arbitrary<Tariff> tariffs() {
    return Combinators.combine(held().list().ofMinSize(1).ofMaxSize(3), book())
        .as(RandomPrices::tariff);
  }

  private static Tariff tariff(List<Held> held, PriceBook book) {
    List<Held> distinct = new ArrayList<>();
    held.stream()
        .sorted(Comparator.comparing(Held::since))
        .filter(one -> distinct.stream().noneMatch(d -> d.since().equals(one.since())))
        .forEach(distinct::add);
    return Tariff.of(distinct, book);
  }

  private static Arbitrary<Instant> times() {
    return Arbitraries.integers()
        .between(0, HOURS)
        .map(hours -> FEBRUARY.plus(Duration.ofHours(hours)));
  }

  private static Arbitrary<Held> held() {
    return Combinators.combine(agreements(), times()).as(Held::new);
  }

  private static Arbitrary<Agreement> agreements() {
    Arbitrary<ValidPeriod> periods =
        Combinators.combine(times(), Arbitraries.integers().between(1, HOURS))
            .as((from, hours) -> new ValidPeriod(from, from.plus(Duration.ofHours(hours))));
    Arbitrary<Status> status =
        Arbitraries.of(Status.ACTIVE, Status.ACTIVE, Status.SUSPENDED, Status.ENDED);
    Arbitrary<String> versions = Arbitraries.of("1.0.0", "1.1.0", "2.0.0");
    Arbitrary<Agreement> own =
        Combinators.combine(versions, status, periods, prices("EUR"), quotas())
            .as(Prices::agreement);
    Arbitrary<Agreement> ofTier =
        Combinators.combine(versions, periods)
            .as((version, period) -> Prices.ofTier(version, period, "gold"));
    return Arbitraries.oneOf(own, ofTier);
  }

  private static Arbitrary<PriceBook> book() {
    Arbitrary<TierVersion> versions =
        Combinators.combine(times(), quotas(), prices("").injectNull(0.1)).as(TierVersion::new);
    return versions
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .uniqueElements(TierVersion::from)
        .map(
            all ->
                new PriceBook(
                    "weir/v1", "PriceBook", "standard", "JPY", Map.of("gold", all), Map.of()));
  }

  private static Arbitrary<Quota> quotas() {
    Arbitrary<Long> limits = Arbitraries.longs().between(1, 60).injectNull(0.3);
    return Combinators.combine(limits, limits, Arbitraries.of(OnExceed.BILL, OnExceed.HOLD))
        .as(Prices::quota)
        .injectNull(0.4);
  }

  private static Arbitrary<Price> prices(String currency) {
    Arbitrary<BigDecimal> money =
        Arbitraries.bigDecimals().between(BigDecimal.ZERO, BigDecimal.valueOf(900)).ofScale(3);
    Arbitrary<Long> free = Arbitraries.longs().between(1, 60).injectNull(0.5);
    return Combinators.combine(
            money.injectNull(0.3),
            money.injectNull(0.5),
            free,
            tiers(money),
            Arbitraries.of(true, false),
            money.injectNull(0.3))
        .as(
            (month, least, allowed, tiers, volume, over) ->
                new Price(currency, month, least, allowed, tiers, volume, over));
  }

  private static Arbitrary<List<PriceTier>> tiers(Arbitrary<BigDecimal> money) {
    Arbitrary<List<Long>> ends =
        Arbitraries.longs().between(1, 100).list().ofMaxSize(3).uniqueElements();
    return Combinators.combine(ends, money.list().ofSize(4))
        .as(
            (upTo, prices) -> {
              List<PriceTier> tiers = new ArrayList<>();
              LongStream sorted = upTo.stream().mapToLong(Long::longValue).sorted();
              sorted.forEach(end -> tiers.add(new PriceTier(end, prices.get(tiers.size()))));
              tiers.add(new PriceTier(null, prices.get(tiers.size())));
              return tiers;
            });
  }
}
