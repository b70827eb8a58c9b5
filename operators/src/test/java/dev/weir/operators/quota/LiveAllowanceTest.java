package dev.weir.operators.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.quota.Allowance.Load;
import dev.weir.plan.QuotaPlan.Limits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LiveAllowanceTest {

  private static final long START = Instant.parse("2026-01-31T23:59:50Z").toEpochMilli();

  private static Limits perSecond(long records) {
    return new Limits(records, null, null, null, null, null, "reject", null);
  }

  private static List<Load> records(int number) {
    return Collections.nCopies(number, new Load(0, 10, 0));
  }

  /** Records that left, by their time. */
  private record Left(long at, int records) {}

  @Property(tries = 300)
  void overAnyTime_atMostTheRateAndWhatASecondAllowsLeave(
      @ForAll @LongRange(min = 1, max = 5_000) long rate,
      @ForAll @Size(min = 1, max = 200) List<@IntRange(min = -50, max = 3_000) Integer> steps,
      @ForAll @IntRange(min = 1, max = 3) int together) {
    LiveAllowance allowance = new LiveAllowance(QuotaAccount.EMPTY);
    List<Left> left = new ArrayList<>();
    long now = START;
    long passed = 0;
    for (int step : steps) {
      now += step;
      passed += Math.max(0, step); // a clock that goes back, and on again, has gone on
      int records = 0;
      while (records < 20 && allowance.take(perSecond(rate), records(together), now)) {
        records += together;
      }
      left.add(new Left(passed, records));
    }
    assertNeverMore(left, rate, rate + together);
  }

  private static void assertNeverMore(List<Left> left, long rate, long burst) {
    for (int from = 0; from < left.size(); from++) {
      long records = 0;
      for (int to = from; to < left.size(); to++) {
        records += left.get(to).records();
        double most = rate * (left.get(to).at() - left.get(from).at()) / 1e3 + burst;
        assertThat((double) records).isLessThanOrEqualTo(most + 1e-6);
      }
    }
  }

  @Property(tries = 50)
  void asManyAsTheRateSays_leave_whoeverAsksOftenEnough(
      @ForAll @LongRange(min = 10, max = 20_000) long rate,
      @ForAll @IntRange(min = 1, max = 900) int everyMillis) {
    LiveAllowance allowance = new LiveAllowance(QuotaAccount.EMPTY);
    long left = 0;
    long end = START + 60_000;
    for (long now = START; now <= end; now += everyMillis) {
      while (allowance.take(perSecond(rate), records(1), now)) {
        left++;
      }
    }
    long asked = 60_000 - everyMillis;
    assertThat(left).isBetween(rate * asked / 1_000, rate * 61);
  }

  @Property(tries = 200)
  void whatItSaysToWait_isEnough_andNoMsLess(
      @ForAll @LongRange(min = 1, max = 20_000) long rate,
      @ForAll @IntRange(min = 1, max = 50) int together) {
    LiveAllowance allowance = new LiveAllowance(QuotaAccount.EMPTY);
    while (allowance.take(perSecond(rate), records(together), START)) {}
    long waits = allowance.waits(perSecond(rate), records(together), START);
    assertThat(waits).isPositive();
    assertThat(allowance.take(perSecond(rate), records(together), START + waits - 1)).isFalse();
    assertThat(allowance.take(perSecond(rate), records(together), START + waits)).isTrue();
  }

  @Property
  void goingOnFromItsAccount_isTheSame(
      @ForAll @LongRange(min = 1, max = 100) long rate,
      @ForAll @Size(min = 1, max = 100) List<@IntRange(min = 0, max = 50_000) Integer> steps) {
    Limits limits = new Limits(rate, 40L, 70L, null, 650L, null, "reject", null);
    LiveAllowance whole = new LiveAllowance(QuotaAccount.EMPTY);
    LiveAllowance parts = new LiveAllowance(QuotaAccount.EMPTY);
    long now = START;
    for (int step : steps) {
      now += step;
      parts = new LiveAllowance(parts.account(0, 0));
      assertThat(parts.take(limits, records(1), now))
          .isEqualTo(whole.take(limits, records(1), now));
    }
  }

  @Test
  void aDayAndAMonth_endWithThoseOfUtc() {
    Limits limits = new Limits(null, 3L, 4L, null, null, null, "hold", null);
    LiveAllowance allowance = new LiveAllowance(QuotaAccount.EMPTY);
    long yesterday = START - 86_400_000;
    assertThat(allowance.take(limits, records(3), yesterday)).isTrue();
    assertThat(allowance.take(limits, records(1), yesterday)).isFalse();
    assertThat(allowance.waits(limits, records(1), yesterday)).isEqualTo(10_000);
    assertThat(allowance.take(limits, records(1), START)).isTrue();
    assertThat(allowance.take(limits, records(1), START)).isFalse();
    assertThat(allowance.waits(limits, records(1), START)).isEqualTo(10_000);
    assertThat(allowance.take(limits, records(1), START + 10_000)).isTrue();
  }

  @Test
  void bytes_areThoseOfValues() {
    Limits limits = new Limits(null, null, null, 30L, null, null, "hold", null);
    LiveAllowance allowance = new LiveAllowance(QuotaAccount.EMPTY);
    assertThat(allowance.take(limits, records(3), START)).isTrue();
    assertThat(allowance.take(limits, List.of(new Load(0, 1, 0)), START)).isFalse();
    assertThat(allowance.take(limits, List.of(new Load(0, 0, 0)), START)).isTrue();
  }

  @Test
  void aClockThatGoesBack_startsNoDayAnew() {
    Limits limits = new Limits(null, 1L, null, null, null, null, "hold", null);
    LiveAllowance allowance = new LiveAllowance(QuotaAccount.EMPTY);
    assertThat(allowance.take(limits, records(1), START)).isTrue();
    assertThat(allowance.take(limits, records(1), START - 86_400_000)).isFalse();
    assertThat(allowance.take(limits, records(1), START)).isFalse();
  }
}
