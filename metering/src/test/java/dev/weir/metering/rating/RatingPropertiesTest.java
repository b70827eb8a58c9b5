package dev.weir.metering.rating;

import static dev.weir.metering.rating.Prices.MARCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.metering.money.Money;
import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.Metered;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.Usage;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageEvents;
import dev.weir.metering.usage.UsageTally;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The engine against {@link NaiveRating}. */
class RatingPropertiesTest {

  private static final Instant MARCH_FIRST = Instant.parse("2026-03-01T00:00:00Z");

  @Provide
  Arbitrary<Tariff> tariffs() {
    return RandomPrices.tariffs();
  }

  @Provide
  Arbitrary<NavigableMap<Minute, Usage>> usages() {
    Arbitrary<Minute> minutes =
        Arbitraries.integers()
            .between(0, 60 * 24 * 31 - 1)
            .map(minute -> Minute.of(MARCH_FIRST.plusSeconds(60L * minute)));
    Arbitrary<Usage> counts = Arbitraries.longs().between(0, 30).map(Usage::ofRecords);
    return Arbitraries.maps(minutes, counts).ofMaxSize(8).map(TreeMap::new);
  }

  /** The stated rounding: half a minor unit a line. */
  @Property
  void charges_areThoseOfTheNaiveWay_withinTheStatedRounding(
      @ForAll("tariffs") Tariff tariff, @ForAll("usages") NavigableMap<Minute, Usage> usage) {
    Rated rated = Rating.rate(tariff, MARCH, usage);
    NaiveRating naive = new NaiveRating(tariff, MARCH, usage);
    for (String code : List.of("EUR", "JPY")) {
      near(rated, code, naive.fees, ChargeKind.MONTH);
      near(rated, code, naive.records, ChargeKind.FREE, ChargeKind.RECORDS, ChargeKind.OVERAGE);
      minimumIsReached(rated, code, naive);
    }
  }

  private static void near(
      Rated rated, String code, Map<String, BigDecimal> exact, ChargeKind... kinds) {
    List<RatedLine> lines = lines(rated, code, kinds);
    BigDecimal half = new BigDecimal(code.equals("JPY") ? "0.5" : "0.005");
    BigDecimal most = half.multiply(BigDecimal.valueOf(lines.size())).add(new BigDecimal("1e-20"));
    BigDecimal scale = kinds[0] == ChargeKind.FREE ? new BigDecimal("0.001") : BigDecimal.ONE;
    BigDecimal truth = exact.getOrDefault(code, BigDecimal.ZERO).multiply(scale);
    assertThat(sum(lines).subtract(truth).abs()).isLessThanOrEqualTo(most);
  }

  private static void minimumIsReached(Rated rated, String code, NaiveRating naive) {
    BigDecimal least =
        Money.rounded(
                Money.currency(code), nineteen(naive.minimums.getOrDefault(code, BigDecimal.ZERO)))
            .amount();
    BigDecimal paid = sum(lines(rated, code, ChargeKind.RECORDS, ChargeKind.OVERAGE));
    BigDecimal lacking = sum(lines(rated, code, ChargeKind.MINIMUM));
    assertThat(lacking).isEqualByComparingTo(least.subtract(paid).max(BigDecimal.ZERO));
  }

  /** Thirty-first parts are not decimals: a half that is one ulp off is a half. */
  private static BigDecimal nineteen(BigDecimal sum) {
    return sum.setScale(19, RoundingMode.HALF_UP);
  }

  private static List<RatedLine> lines(Rated rated, String code, ChargeKind... kinds) {
    return rated.lines().stream()
        .filter(line -> List.of(kinds).contains(line.key().kind()))
        .filter(line -> line.key().currency().getCurrencyCode().equals(code))
        .toList();
  }

  private static BigDecimal sum(List<RatedLine> lines) {
    return lines.stream()
        .map(line -> line.amount().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Property
  void everyRecord_isOnOneLine_orToldOtherwise(
      @ForAll("tariffs") Tariff tariff, @ForAll("usages") NavigableMap<Minute, Usage> usage) {
    Rated rated = Rating.rate(tariff, MARCH, usage);
    long all = usage.values().stream().mapToLong(Usage::records).sum();
    long onLines = rated.lines().stream().mapToLong(RatedLine::records).sum();
    assertThat(onLines + rated.withoutPrice() + rated.outside()).isEqualTo(all);
    assertThat(onLines).isEqualTo(new NaiveRating(tariff, MARCH, usage).charged);
    assertThat(rated.lines()).extracting(RatedLine::key).doesNotHaveDuplicates();
  }

  @Property
  void total_isTheSumOfTheLines_andALineIsItsQuantityTimesItsPrice(
      @ForAll("tariffs") Tariff tariff, @ForAll("usages") NavigableMap<Minute, Usage> usage) {
    Rated rated = Rating.rate(tariff, MARCH, usage);
    for (String code : List.of("EUR", "JPY")) {
      Currency currency = Money.currency(code);
      assertThat(rated.total(currency).amount())
          .isEqualByComparingTo(sum(lines(rated, code, ChargeKind.values())));
    }
    for (RatedLine line : rated.lines()) {
      BigDecimal product = line.quantity().multiply(line.unitPrice());
      Money rounded =
          Money.rounded(line.key().currency(), product.setScale(9, RoundingMode.HALF_UP));
      assertThat(rounded).isEqualTo(line.amount());
    }
  }

  /** Any cut of the same minutes into events, any order, everything twice: the same lines. */
  @Property
  void splittingAndShuffling_changeNothing(
      @ForAll("tariffs") Tariff tariff,
      @ForAll("usages") NavigableMap<Minute, Usage> usage,
      @ForAll Random random) {
    List<UsageEvent> events = new ArrayList<>();
    usage.forEach((minute, used) -> split(minute, used.records(), random, events));
    events.addAll(List.copyOf(events));
    Collections.shuffle(events, random);
    UsageTally tally = new UsageTally();
    events.forEach(tally::add);
    assertThat(Rating.rate(tariff, MARCH, tally.byMinute("acme-payments", MARCH)))
        .isEqualTo(Rating.rate(tariff, MARCH, usage));
  }

  private static void split(Minute minute, long records, Random random, List<UsageEvent> into) {
    AgreementRef agreement = new AgreementRef("acme-payments", "1.0.0");
    long left = records;
    for (int part = 0; left > 0; part++) {
      long some = 1 + random.nextInt((int) left);
      Metered metered = new Metered("acme", agreement, "payments", minute, Usage.ofRecords(some));
      into.add(UsageEvent.of(UsageEvents.SOURCE, metered, "0-" + part));
      left -= some;
    }
  }

  /** Moving records into the next minute changes nothing where price and day stay. */
  @Property
  void splittingAWindow_changesNothing_withinAPriceAndDay(
      @ForAll("usages") NavigableMap<Minute, Usage> usage, @ForAll Random random) {
    NavigableMap<Minute, Usage> finer = new TreeMap<>();
    usage.forEach(
        (minute, used) -> {
          long some = random.nextInt((int) used.records() + 1);
          Minute next = Minute.of(minute.to());
          boolean sameDay = !next.from().toString().endsWith("T00:00:00Z");
          finer.merge(minute, Usage.ofRecords(sameDay ? some : used.records()), Usage::plus);
          if (sameDay) {
            finer.merge(next, Usage.ofRecords(used.records() - some), Usage::plus);
          }
        });
    Tariff tariff = Prices.tariff(Prices.example());
    assertThat(Rating.rate(tariff, MARCH, finer).lines())
        .isEqualTo(Rating.rate(tariff, MARCH, usage).lines());
  }
}
