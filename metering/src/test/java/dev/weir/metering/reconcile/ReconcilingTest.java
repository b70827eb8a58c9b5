package dev.weir.metering.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.weir.config.agreement.Price;
import dev.weir.metering.books.AgreementTariff;
import dev.weir.metering.rating.PriceSpan;
import dev.weir.metering.rating.RatedLine;
import dev.weir.metering.rating.Rating;
import dev.weir.metering.rating.Tariff;
import dev.weir.metering.reconcile.MinuteRow.Verdict;
import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.Metered;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.Usage;
import dev.weir.metering.usage.UsageEvent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReconcilingTest {

  private static final YearMonth MONTH = YearMonth.parse("2026-11");
  private static final AgreementRef OF = new AgreementRef("acme-payments", "1.0.0");
  private static final Instant FROM = Instant.parse("2026-11-03T08:00:00Z");
  private static final Instant LATER = Instant.parse("2026-12-01T00:00:00Z");

  private final MonthUsage usage = new MonthUsage(MONTH);
  private final SortedMap<Place, Count> topic = new TreeMap<>();

  private static Minute minute(int number) {
    return new Minute(FROM.plusSeconds(60L * number));
  }

  private UsageEvent told(int minute, long records, String part) {
    Metered data =
        new Metered(
            "acme",
            OF,
            "payments",
            minute(minute),
            new Usage(records, 10 * records, records, BigDecimal.ZERO));
    UsageEvent event = UsageEvent.of("/weir/gateways/g", data, part);
    usage.add(event);
    return event;
  }

  private void delivered(int minute, long records) {
    topic.put(new Place("acme", OF, "payments", minute(minute)), new Count(records, 10 * records));
  }

  @Test
  void whatWasReleasedAgain_isInTheTopicTwice_andIsTold_andAgrees() {
    told(0, 5, "1");
    UsageEvent second = told(1, 7, "2");
    usage.add(second.withoutReleasedAgain(new Usage(4, 40, 4, BigDecimal.ZERO)));
    delivered(0, 5);
    delivered(1, 7);
    Reconciled reconciled = reconciled(LATER);
    assertThat(reconciled.agrees()).isTrue();
    assertThat(reconciled.again()).containsOnly(Map.entry("acme-payments", 4L));
    assertThat(usage.tally().byMinute("acme-payments", MONTH))
        .containsEntry(minute(1), new Usage(3, 30, 3, BigDecimal.ZERO));
  }

  private Reconciled reconciled(Instant settled) {
    return Reconciling.withoutCharges(Delivered.whole(topic), usage, settled);
  }

  @Test
  void whatIsMeteredInParts_agreesWithTheTopic_howeverOftenItIsRead() {
    delivered(0, 7);
    told(0, 5, "0-1");
    told(0, 2, "1-1");
    told(0, 2, "1-1");
    Reconciled all = reconciled(LATER);
    assertThat(all.agrees()).isTrue();
    assertThat(all.releases())
        .containsExactly(
            new ReleaseRow("acme", OF, "payments", new Count(7, 70), new Count(7, 70), 1, 0, 0, 0));
  }

  @Test
  void minutesThatCompensate_differEach_thoughTheSumsAgree() {
    delivered(0, 7);
    delivered(1, 5);
    told(0, 6, "0-1");
    told(1, 6, "0-2");
    Reconciled all = reconciled(LATER);
    assertThat(all.agrees()).isFalse();
    assertThat(all.minutes())
        .extracting(row -> row.place().minute(), MinuteRow::verdict)
        .containsExactly(tuple(minute(0), Verdict.DIFFERS), tuple(minute(1), Verdict.DIFFERS));
  }

  @Test
  void sameRecordsOfOtherBytes_differ() {
    delivered(0, 7);
    usage.add(
        UsageEvent.of(
            "/weir/gateways/g",
            new Metered("acme", OF, "payments", minute(0), new Usage(7, 71, 7, BigDecimal.ZERO)),
            "0"));
    assertThat(reconciled(LATER).agrees()).isFalse();
  }

  @Test
  void whatTheTopicNoLongerHas_isGone_andNeverAgrees() {
    delivered(0, 7);
    told(0, 7, "0");
    told(3, 4, "0");
    SortedMap<String, Instant> gone = new TreeMap<>(Map.of("acme/payments", minute(2).from()));
    Reconciled all =
        Reconciling.withoutCharges(new Delivered(topic, gone, new TreeMap<>()), usage, LATER);
    assertThat(all.agrees()).isFalse();
    assertThat(all.releases().get(0).gone()).as("equal, and yet nobody can tell").isOne();
    assertThat(all.releases().get(0).differing()).isOne();
  }

  @Test
  void aMinuteOnWhichAJobMayBeAtWork_isPending() {
    delivered(0, 7);
    assertThat(reconciled(minute(0).from()).agrees()).isTrue();
    assertThat(reconciled(minute(0).from()).releases().get(0).pending()).isOne();
    assertThat(reconciled(minute(0).to()).agrees()).isFalse();
  }

  @Test
  void foreignRecords_andContradictions_areNoted() {
    told(0, 7, "0");
    told(0, 8, "0");
    delivered(0, 7);
    SortedMap<String, Long> foreign = new TreeMap<>(Map.of("acme.payments.v1", 3L));
    Reconciled all =
        Reconciling.withoutCharges(new Delivered(topic, new TreeMap<>(), foreign), usage, LATER);
    assertThat(all.agrees()).isFalse();
    assertThat(all.notes()).hasSize(2);
  }

  @Test
  void charges_areHeldAgainstTheUsageRatedAnew_toTheCent() {
    told(0, 1500, "0");
    delivered(0, 1500);
    Price price =
        new Price(
            "EUR",
            null,
            null,
            null,
            List.of(new Price.PriceTier(null, new BigDecimal("0.40"))),
            false,
            null);
    Tariff tariff =
        new Tariff(
            OF.id(),
            List.of(
                new PriceSpan(
                    Instant.parse("2026-01-01T00:00:00Z"),
                    Instant.parse("2027-01-01T00:00:00Z"),
                    OF.toString(),
                    price,
                    null)));
    List<RatedLine> right =
        Rating.rate(tariff, MONTH, usage.tally().byMinute(OF.id(), MONTH)).lines();
    assertThat(all(tariff, right).agrees()).isTrue();
    Reconciled lacks = all(tariff, List.of());
    assertThat(lacks.agrees()).isFalse();
    assertThat(lacks.charges().get(0).lacking().get(0).amount()).hasToString("0.60 EUR");
    assertThat(all(tariff, List.of(right.get(0), right.get(0))).agrees()).isFalse();
  }

  private Reconciled all(Tariff tariff, List<RatedLine> charged) {
    SortedMap<String, AgreementTariff> tariffs = new TreeMap<>();
    tariffs.put(OF.id(), new AgreementTariff("acme", tariff, Set.of(OF)));
    return Reconciling.all(Delivered.whole(topic), usage, LATER, tariffs, Map.of(OF.id(), charged));
  }
}
