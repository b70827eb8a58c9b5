package dev.weir.metering.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.metering.usage.UsageTally.Outcome;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class UsageTallyTest {

  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  @Provide
  Arbitrary<List<UsageEvent>> events() {
    return UsageEvents.metered().list().ofMaxSize(40).map(UsageTallyTest::numbered);
  }

  private static List<UsageEvent> numbered(List<Metered> data) {
    List<UsageEvent> events = new ArrayList<>();
    for (Metered one : data) {
      events.add(UsageEvent.of(UsageEvents.SOURCE, one, "0-" + events.size()));
    }
    return events;
  }

  @Property
  void everythingReadTwice_inAnyOrder_givesTheSameSums(
      @ForAll("events") List<UsageEvent> events, @ForAll Random random) {
    List<UsageEvent> twice =
        new ArrayList<>(Stream.concat(events.stream(), events.stream()).toList());
    Collections.shuffle(twice, random);
    UsageTally tally = new UsageTally();
    twice.forEach(tally::add);
    for (YearMonth month = MARCH; month.getMonthValue() < 7; month = month.plusMonths(1)) {
      Usage sum = sum(events, month);
      assertThat(sum(tally.byMinute("acme-payments", month).values())).isEqualTo(sum);
      assertThat(sum(tally.byRelease("acme-payments", month).values())).isEqualTo(sum);
    }
  }

  private static Usage sum(List<UsageEvent> events, YearMonth month) {
    return sum(
        events.stream()
            .map(UsageEvent::data)
            .filter(data -> data.window().month().equals(month))
            .map(Metered::usage)
            .toList());
  }

  private static Usage sum(Iterable<Usage> usages) {
    Usage sum = Usage.NONE;
    for (Usage usage : usages) {
      sum = sum.plus(usage);
    }
    return sum;
  }

  @Test
  void anotherContentUnderTheSameId_isTold_andDoesNotCount() {
    UsageTally tally = new UsageTally();
    UsageEvent event = UsageEvents.event();
    UsageEvent other =
        UsageEvent.of(UsageEvents.SOURCE, UsageEvents.metered(Usage.ofRecords(99)), "0-7");
    assertThat(tally.add(event)).isEqualTo(Outcome.ADDED);
    assertThat(tally.add(event)).isEqualTo(Outcome.REPEATED);
    assertThat(tally.add(other)).isEqualTo(Outcome.CONTRADICTED);
    assertThat(tally.byMinute("acme-payments", MARCH).values())
        .containsExactly(event.data().usage());
  }

  @Test
  void correction_counts_howeverLate() {
    UsageTally tally = new UsageTally();
    UsageEvent event = UsageEvents.event();
    tally.add(event.corrected(Usage.ofRecords(-2), "1"));
    tally.add(event);
    assertThat(sum(tally.byMinute("acme-payments", MARCH).values()).records()).isEqualTo(10);
  }

  @Test
  void aMonth_isOfUtc() {
    UsageTally tally = new UsageTally();
    Metered last = UsageEvents.metered(Usage.ofRecords(1));
    Metered first =
        new Metered(
            last.partner(),
            last.agreement(),
            last.release(),
            Minute.of(Instant.parse("2026-03-31T23:59:59.999Z")),
            last.usage());
    tally.add(UsageEvent.of(UsageEvents.SOURCE, first, "0"));
    assertThat(tally.byMinute("acme-payments", MARCH)).hasSize(1);
    assertThat(tally.byMinute("acme-payments", MARCH.plusMonths(1))).isEmpty();
  }
}
