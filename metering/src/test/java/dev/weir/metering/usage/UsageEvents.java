package dev.weir.metering.usage;

import java.math.BigDecimal;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Events of tests. */
public final class UsageEvents {

  public static final String SOURCE = UsageEvent.gateway("payments-eu");
  static final AgreementRef ACME = new AgreementRef("acme-payments", "1.0.0");
  static final Instant EIGHT = Instant.parse("2026-03-01T08:00:00Z");
  private static final long MINUTES = 60 * 24 * 70;

  private UsageEvents() {}

  static UsageEvent event() {
    return UsageEvent.of(SOURCE, metered(new Usage(12, 3400, 96, new BigDecimal("0.10"))), "0-7");
  }

  static Metered metered(Usage usage) {
    return new Metered("acme", ACME, "payments", Minute.of(EIGHT), usage);
  }

  static Arbitrary<Usage> usage(long least) {
    Arbitrary<Long> counts = Arbitraries.longs().between(least, 1_000_000);
    Arbitrary<BigDecimal> epsilon =
        Arbitraries.bigDecimals().between(BigDecimal.valueOf(least), BigDecimal.TEN).ofScale(3);
    return Combinators.combine(counts, counts, counts, epsilon).as(Usage::new);
  }

  static Arbitrary<Metered> metered() {
    return Combinators.combine(
            Arbitraries.of("payments", "shoppers"),
            Arbitraries.longs().between(0, MINUTES),
            usage(0))
        .as(
            (release, minute, usage) ->
                new Metered(
                    "acme", ACME, release, Minute.of(EIGHT.plusSeconds(60 * minute)), usage));
  }
}
