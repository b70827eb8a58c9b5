package dev.weir.tokenization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class DayShiftTest {

  /** Fixed keys: every test here gives the same each time. */
  private static final PartnerKeys KEYS = Golden.keys();

  private static int days(DayShift shift, String subject) {
    byte[] utf8 = ("--" + subject).getBytes(StandardCharsets.UTF_8);
    return shift.days(utf8, 2, utf8.length);
  }

  @Property
  void days_areWithinBounds_neverZero_andAlwaysTheSame(
      @ForAll @IntRange(min = 1, max = 1_000_000) int maxDays, @ForAll int subject) {
    String text = Integer.toString(subject);
    int days = days(KEYS.dayShift("agreement:a", maxDays), text);
    assertThat(days).isNotZero().isBetween(-maxDays, maxDays);
    DayShift used = KEYS.dayShift("agreement:a", maxDays);
    assertThat(days(used, "another, and longer ".repeat(9))).isBetween(-maxDays, maxDays);
    assertThat(days(used, text)).isEqualTo(days);
  }

  /**
   * Chi-square over 60 cells (59 degrees of freedom) and 600,000 subjects: above 134.0 with a
   * chance below 2e-7 if the draw is even. The keys are fixed, so it is decided once.
   */
  @Test
  void days_areEven_overSubjects() {
    int[] counts = new int[61];
    DayShift shift = KEYS.dayShift("agreement:a", 30);
    for (int i = 0; i < 600_000; i++) {
      counts[days(shift, "subject-" + i) + 30]++;
    }
    double chiSquare = 0;
    for (int cell = 0; cell <= 60; cell++) {
      chiSquare += cell == 30 ? 0 : Math.pow(counts[cell] - 10_000.0, 2) / 10_000;
    }
    assertThat(counts[30]).isZero();
    assertThat(chiSquare).isLessThan(134.0);
  }

  /** 10,000 subjects; two agreements agree by chance in 1 of 60: 167 expected, 12.8 deviation. */
  @Test
  void twoAgreements_moveASubjectIndependently() {
    DayShift one = KEYS.dayShift("agreement:a", 30);
    DayShift two = KEYS.dayShift("agreement:b", 30);
    int same = 0;
    for (int i = 0; i < 10_000; i++) {
      same += days(one, "s" + i) == days(two, "s" + i) ? 1 : 0;
    }
    assertThat(same).isBetween(90, 245);
  }

  @Property
  void aWord_isKept_exactlyIfItLiesBelowTheLastWholeMultiple(
      @ForAll long word, @ForAll @LongRange(min = 2, max = Long.MAX_VALUE) long choices) {
    BigInteger range = BigInteger.TWO.pow(64);
    BigInteger whole = range.subtract(range.mod(BigInteger.valueOf(choices)));
    BigInteger unsigned = new BigInteger(Long.toUnsignedString(word));
    assertThat(DayShift.isEven(word, choices)).isEqualTo(unsigned.compareTo(whole) < 0);
  }

  @Test
  void theLastWords_areRefused_soThatNoDayIsLikelier() {
    assertThat(DayShift.isEven(-1L, 2)).isTrue();
    assertThat(DayShift.isEven(-1L, 60)).isFalse();
    assertThat(DayShift.isEven(-17L, 60)).isTrue();
    assertThat(DayShift.isEven(-16L, 60)).isFalse();
  }

  @Test
  void badSettings_areRefused() {
    assertThatThrownBy(() -> KEYS.dayShift("agreement:a", 0)).hasMessageContaining("maxDays");
    assertThatThrownBy(() -> KEYS.dayShift("agreement:a", 1_000_001))
        .hasMessageContaining("maxDays");
    assertThatThrownBy(() -> KEYS.dayShift("a", 1)).hasMessageContaining("scope");
    assertThatThrownBy(() -> KEYS.dayShift("partner:umbra", 1)).hasMessageContaining("partner");
  }
}
