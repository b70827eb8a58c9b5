package dev.weir.metering.rating;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Partner;
import dev.weir.config.agreement.Price;
import dev.weir.config.agreement.Price.PriceTier;
import dev.weir.config.agreement.ProductRef;
import dev.weir.config.agreement.Quota;
import dev.weir.config.agreement.Quota.OnExceed;
import dev.weir.config.agreement.Status;
import dev.weir.config.agreement.ValidPeriod;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Agreements and prices of tests. */
public final class Prices {

  public static final YearMonth MARCH = YearMonth.of(2026, 3);
  public static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
  public static final Instant NEXT_YEAR = Instant.parse("2027-01-01T00:00:00Z");

  private Prices() {}

  /** 500 a month; 0.40 a thousand up to a million, then 0.25: the design's example. */
  public static Price example() {
    return price("EUR", "500.00", null, null, tiers("0.40", 1_000_000L, "0.25"), false);
  }

  static List<PriceTier> tiers(String first, Long upTo, String then) {
    return List.of(
        new PriceTier(upTo, new BigDecimal(first)), new PriceTier(null, new BigDecimal(then)));
  }

  static Price price(
      String currency,
      @Nullable String perMonth,
      @Nullable String minimum,
      @Nullable Long free,
      List<PriceTier> tiers,
      boolean volume) {
    return new Price(currency, decimal(perMonth), decimal(minimum), free, tiers, volume, null);
  }

  static @Nullable BigDecimal decimal(@Nullable String text) {
    return text == null ? null : new BigDecimal(text);
  }

  static Price over(Price price, String overage) {
    return new Price(
        price.currency(),
        price.perMonth(),
        price.minimum(),
        price.freeRecords(),
        price.perThousandRecords(),
        price.volume(),
        new BigDecimal(overage));
  }

  static Quota quota(@Nullable Long perDay, @Nullable Long perMonth, OnExceed onExceed) {
    return new Quota(null, perDay, perMonth, null, null, null, onExceed, null);
  }

  public static Agreement agreement(String version, @Nullable Price price) {
    return agreement(version, Status.ACTIVE, new ValidPeriod(NEW_YEAR, NEXT_YEAR), price, null);
  }

  public static Agreement agreement(
      String version,
      Status status,
      ValidPeriod period,
      @Nullable Price price,
      @Nullable Quota quota) {
    return agreement(version, status, period, quota, price, null);
  }

  static Agreement ofTier(String version, ValidPeriod period, String tier) {
    return agreement(version, Status.ACTIVE, period, null, null, tier);
  }

  private static Agreement agreement(
      String version,
      Status status,
      ValidPeriod period,
      @Nullable Quota quota,
      @Nullable Price price,
      @Nullable String tier) {
    return new Agreement(
        "weir/v1",
        "SharingAgreement",
        "acme-payments",
        version,
        status,
        new ProductRef("card-payments", "2"),
        new Partner("acme", "Acme Analytics"),
        List.of("CommercialResearch"),
        "Consent",
        null,
        period,
        null,
        List.of(),
        quota,
        price,
        tier,
        null,
        null,
        null,
        null,
        null);
  }

  /** A tariff of one price, from new year to new year. */
  public static Tariff tariff(@Nullable Price price) {
    return Tariff.of(List.of(new Held(agreement("1.0.0", price), NEW_YEAR)), null);
  }

  /** So many records at that time of March 2026: {@code 17T08:30}. */
  public static NavigableMap<Minute, Usage> records(String time, long records) {
    return new TreeMap<>(
        Map.of(Minute.of(Instant.parse("2026-03-" + time + ":00Z")), Usage.ofRecords(records)));
  }
}
