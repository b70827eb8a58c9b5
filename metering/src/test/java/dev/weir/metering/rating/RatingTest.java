package dev.weir.metering.rating;

import static dev.weir.metering.rating.Prices.MARCH;
import static dev.weir.metering.rating.Prices.NEW_YEAR;
import static dev.weir.metering.rating.Prices.NEXT_YEAR;
import static dev.weir.metering.rating.Prices.agreement;
import static dev.weir.metering.rating.Prices.price;
import static dev.weir.metering.rating.Prices.records;
import static dev.weir.metering.rating.Prices.tariff;
import static dev.weir.metering.rating.Prices.tiers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.agreement.Price;
import dev.weir.config.agreement.Quota.OnExceed;
import dev.weir.config.agreement.Status;
import dev.weir.config.agreement.ValidPeriod;
import dev.weir.config.price.PriceBook;
import dev.weir.config.price.PriceBook.TierVersion;
import dev.weir.metering.rating.RatedLine.Unit;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is charged, by hand. */
class RatingTest {

  private static final ValidPeriod YEAR = new ValidPeriod(NEW_YEAR, NEXT_YEAR);

  private static List<String> lines(Tariff tariff, NavigableMap<Minute, Usage> usage) {
    return Rating.rate(tariff, MARCH, usage).lines().stream().map(RatingTest::text).toList();
  }

  private static String text(RatedLine line) {
    ChargeKey key = line.key();
    String kind = key.kind() + (key.tier() == 0 ? "" : "-" + key.tier());
    return kind + " " + line.quantity() + " " + line.unit() + " " + line.amount();
  }

  @Test
  void graduatedTiers_chargeEachRecordByItsPlaceInTheMonth_partsOfAThousandToo() {
    assertThat(lines(tariff(Prices.example()), records("17T08:30", 1_500_500)))
        .containsExactly(
            "MONTH 1 MONTHS 500.00 EUR",
            "RECORDS-1 1000.000 THOUSAND_RECORDS 400.00 EUR",
            "RECORDS-2 500.500 THOUSAND_RECORDS 125.13 EUR");
  }

  @Test
  void volumeTier_isThatOfTheMonthsTotal_forAllItsRecords() {
    Price volume = price("EUR", null, null, null, tiers("0.40", 1000L, "0.25"), true);
    assertThat(lines(tariff(volume), records("17T08:30", 1000)))
        .containsExactly("RECORDS-1 1.000 THOUSAND_RECORDS 0.40 EUR");
    assertThat(lines(tariff(volume), records("17T08:30", 1001)))
        .containsExactly("RECORDS-2 1.001 THOUSAND_RECORDS 0.25 EUR");
  }

  @Test
  void freeRecords_areTheFirstOfTheMonth_andTiersCountThem() {
    Price price = price("EUR", null, null, 10_000L, tiers("0.40", 15_000L, "0.25"), false);
    assertThat(lines(tariff(price), records("17T08:30", 20_000)))
        .containsExactly(
            "FREE 10.000 THOUSAND_RECORDS 0.00 EUR",
            "RECORDS-1 5.000 THOUSAND_RECORDS 2.00 EUR",
            "RECORDS-2 5.000 THOUSAND_RECORDS 1.25 EUR");
  }

  @Test
  void minimum_isForRecords_andNotForTheMonthsPrice() {
    Price price = price("EUR", "500.00", "200.00", null, tiers("0.40", 1_000_000L, "0.25"), false);
    assertThat(lines(tariff(price), records("17T08:30", 100_000)))
        .containsExactly(
            "MONTH 1 MONTHS 500.00 EUR",
            "RECORDS-1 100.000 THOUSAND_RECORDS 40.00 EUR",
            "MINIMUM 1 UNITS 160.00 EUR");
    assertThat(lines(tariff(price), records("17T08:30", 500_000)))
        .noneMatch(line -> line.startsWith("MINIMUM"));
  }

  @Test
  void partMonth_isChargedByDays_aBegunDayWhole() {
    Price price = price("EUR", "500.00", "310.00", null, List.of(), false);
    ValidPeriod period = new ValidPeriod(Instant.parse("2026-03-20T18:00:00Z"), NEXT_YEAR);
    Held held = new Held(agreement("1.0.0", Status.ACTIVE, period, price, null), NEW_YEAR);
    assertThat(lines(Tariff.of(List.of(held), null), records("21T00:00", 7)))
        .containsExactly(
            "MONTH 12 DAYS 193.55 EUR",
            "FREE 0.007 THOUSAND_RECORDS 0.00 EUR",
            "MINIMUM 1 UNITS 120.00 EUR");
  }

  @Test
  void minorUnits_areThoseOfTheCurrency() {
    Price yen = price("JPY", "1000", null, null, tiers("0.5", 1000L, "0.5"), false);
    assertThat(lines(tariff(yen), records("17T08:30", 1000)))
        .containsExactly("MONTH 1 MONTHS 1000 JPY", "RECORDS-1 1.000 THOUSAND_RECORDS 1 JPY");
    Price dinar = price("KWD", null, null, null, tiers("0.0005", 1000L, "0.5"), false);
    assertThat(lines(tariff(dinar), records("17T08:30", 1000)))
        .containsExactly("RECORDS-1 1.000 THOUSAND_RECORDS 0.001 KWD");
  }

  @Test
  void overage_isWhatIsBeyondTheDayOrTheMonth_whereTheQuotaBills() {
    Price price = Prices.over(price("EUR", null, null, null, tiers("1", 99_000L, "1"), false), "2");
    NavigableMap<Minute, Usage> usage = records("17T08:30", 3000);
    usage.putAll(records("17T09:00", 2000));
    usage.putAll(records("18T09:00", 4000));
    assertThat(lines(over(price, OnExceed.BILL), usage))
        .containsExactly(
            "RECORDS-1 7.000 THOUSAND_RECORDS 7.00 EUR", "OVERAGE 2.000 THOUSAND_RECORDS 4.00 EUR");
    assertThat(lines(over(price, OnExceed.HOLD), usage))
        .containsExactly("RECORDS-1 9.000 THOUSAND_RECORDS 9.00 EUR");
  }

  /** 4,000 a day and 8,000 a month: of 5,000 and 4,000 one thousand each are over. */
  private static Tariff over(Price price, OnExceed onExceed) {
    return Tariff.of(
        List.of(
            new Held(
                agreement(
                    "1.0.0", Status.ACTIVE, YEAR, price, Prices.quota(4000L, 8000L, onExceed)),
                NEW_YEAR)),
        null);
  }

  @Test
  void newVersionOfATier_holdsFromItsDayOn_andTiersCountOn() {
    PriceBook book = book("2026-03-11T00:00:00Z");
    Held held = new Held(Prices.ofTier("1.0.0", YEAR, "gold"), NEW_YEAR);
    NavigableMap<Minute, Usage> usage = records("10T23:59", 1500);
    usage.putAll(records("11T00:00", 1000));
    assertThat(lines(Tariff.of(List.of(held), book), usage))
        .containsExactly(
            "MONTH 10 DAYS 100.00 EUR",
            "RECORDS-1 1.500 THOUSAND_RECORDS 1.50 EUR",
            "MONTH 21 DAYS 420.00 EUR",
            "RECORDS-1 0.500 THOUSAND_RECORDS 1.00 EUR",
            "RECORDS-2 0.500 THOUSAND_RECORDS 0.50 EUR");
  }

  private static PriceBook book(String second) {
    Price one = price("", "310.00", null, null, tiers("1", 9999L, "1"), false);
    Price two = price("", "620.00", null, null, tiers("2", 2000L, "1"), false);
    return new PriceBook(
        "weir/v1",
        "PriceBook",
        "standard",
        "EUR",
        Map.of(
            "gold",
            List.of(
                new TierVersion(Instant.parse(second), null, two),
                new TierVersion(Instant.parse("2026-03-01T00:00:00Z"), null, one))),
        Map.of());
  }

  /** The tier's first version begins with March. */
  @Test
  void usageThatNoPriceHeldFor_isTold_andNotGivenAway() {
    Held held = new Held(Prices.ofTier("1.0.0", YEAR, "gold"), NEW_YEAR);
    Tariff tariff = Tariff.of(List.of(held), book("2026-03-11T00:00:00Z"));
    Minute last = Minute.of(Instant.parse("2026-02-28T23:59:00Z"));
    NavigableMap<Minute, Usage> usage = new TreeMap<>(Map.of(last, Usage.ofRecords(7)));
    assertThat(Rating.rate(tariff, MARCH.minusMonths(1), usage))
        .isEqualTo(new Rated(List.of(), 0, 7));
  }

  @Test
  void agreementWithoutAPrice_costsNothing() {
    Rated rated = Rating.rate(tariff(null), MARCH, records("17T08:30", 7));
    assertThat(rated.withoutPrice()).isEqualTo(7);
    assertThat(rated.lines()).isEmpty();
  }

  @Test
  void versionThatChangesNoPrice_changesNoCharge() {
    List<Held> twice =
        List.of(
            new Held(agreement("1.0.0", Prices.example()), NEW_YEAR),
            new Held(agreement("1.1.0", Prices.example()), Instant.parse("2026-03-12T10:00:00Z")));
    assertThat(Tariff.of(twice, null)).isEqualTo(tariff(Prices.example()));
  }

  @Test
  void endedVersion_isPaidUntilItEnded() {
    Price price = price("EUR", "310.00", null, null, List.of(), false);
    List<Held> ended =
        List.of(
            new Held(agreement("1.0.0", Status.SUSPENDED, YEAR, price, null), NEW_YEAR),
            new Held(
                agreement("1.0.1", Status.ENDED, YEAR, price, null),
                Instant.parse("2026-03-11T00:00:00Z")));
    assertThat(lines(Tariff.of(ended, null), records("10T08:30", 0)))
        .containsExactly("MONTH 10 DAYS 100.00 EUR");
  }

  @Test
  void whatIsNoTariff_isRefused() {
    assertThatThrownBy(() -> tariff(price("XAU", "1", null, null, List.of(), false)))
        .hasMessageContaining("minor unit");
    Held tier = new Held(Prices.ofTier("1.0.0", YEAR, "silver"), NEW_YEAR);
    assertThatThrownBy(() -> Tariff.of(List.of(tier), book("2026-03-11T00:00:00Z")))
        .hasMessageContaining("tier silver");
    assertThatThrownBy(() -> Tariff.of(List.of(), null)).hasMessageContaining("one agreement");
    assertThatThrownBy(() -> Rating.rate(tariff(null), MARCH.plusMonths(1), records("17T08:30", 7)))
        .hasMessageContaining("another month");
  }

  @Test
  void lineNamesItsPriceAndTime() {
    RatedLine line =
        Rating.rate(tariff(Prices.example()), MARCH, records("17T08:30", 7)).lines().get(0);
    assertThat(line.key().price()).isEqualTo("acme-payments@1.0.0");
    assertThat(line.key().from()).isEqualTo("2026-03-01T00:00:00Z");
    assertThat(line.to()).isEqualTo("2026-04-01T00:00:00Z");
    assertThat(line.unit()).isEqualTo(Unit.MONTHS);
  }
}
