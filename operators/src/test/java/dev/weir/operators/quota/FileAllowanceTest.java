package dev.weir.operators.quota;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.quota.Allowance.Load;
import dev.weir.plan.QuotaPlan.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FileAllowanceTest {

  private static final Limits LIMITS = new Limits(2L, 5L, 9L, 40L, null, null, "hold", null);

  @Property
  void inAnyOrder_asManyLeave_ofEachSecond(
      @ForAll @Size(max = 60) List<@LongRange(min = -5, max = 5) Long> seconds) {
    Limits limits = new Limits(2L, null, null, null, null, null, "reject", null);
    FileAllowance allowance = new FileAllowance();
    Map<Long, Long> left = new HashMap<>();
    Map<Long, Long> came = new HashMap<>();
    for (long second : seconds) {
      came.merge(second, 1L, Long::sum);
      if (allowance.take(limits, List.of(new Load(second * 1_000 + 999, 1, 0)), 0)) {
        left.merge(second, 1L, Long::sum);
      }
    }
    came.replaceAll((second, records) -> Math.min(2, records));
    assertThat(left).isEqualTo(came);
  }

  /** What together does not fit takes nothing; what a second never fits has one of its own. */
  @Property
  void recordsThatLeaveTogether_doSoAllOrNone(
      @ForAll @Size(max = 40)
          List<@Size(min = 1, max = 4) List<@LongRange(max = 200_000_000) Long>> units,
      @ForAll @IntRange(min = 0, max = 20) int bytes) {
    FileAllowance allowance = new FileAllowance();
    List<Load> left = new ArrayList<>();
    for (List<Long> unit : units) {
      List<Load> loads = unit.stream().map(time -> new Load(time, bytes, 0)).toList();
      List<Load> then = new ArrayList<>(left);
      then.addAll(loads);
      boolean fits = within(then, loads);
      assertThat(allowance.take(LIMITS, loads, 0)).isEqualTo(fits);
      left = fits ? then : left;
    }
  }

  private static boolean within(List<Load> left, List<Load> together) {
    Map<Long, Long> seconds = new HashMap<>();
    Map<Long, Long> days = new HashMap<>();
    Map<Long, Long> bytes = new HashMap<>();
    for (Load load : left) {
      seconds.merge(load.eventTime() / 1_000, 1L, Long::sum);
      days.merge(load.eventTime() / 86_400_000, 1L, Long::sum);
      bytes.merge(load.eventTime() / 86_400_000, (long) load.bytes(), Long::sum);
    }
    Map<Long, Long> own = new HashMap<>();
    together.forEach(load -> own.merge(load.eventTime() / 1_000, 1L, Long::sum));
    return own.entrySet().stream()
            .allMatch(n -> seconds.getOrDefault(n.getKey(), 0L) <= Math.max(2, n.getValue()))
        && days.values().stream().allMatch(n -> n <= 5)
        && bytes.values().stream().allMatch(n -> n <= 40)
        && left.size() <= 9; // all in January 1970
  }

  @Test
  void monthsAreThoseOfUtc_beforeTheEpochToo() {
    assertThat(Calendar.beginOfMonth(Calendar.month(Calendar.day(-1))))
        .isEqualTo(-31L * 86_400_000);
    assertThat(Calendar.beginOfMonth(Calendar.month(Calendar.day(0)) + 1))
        .isEqualTo(31L * 86_400_000);
  }
}
