package dev.weir.privacy.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramTest {

  private static Histogram of(long... values) {
    Histogram histogram = new Histogram();
    LongStream.of(values).forEach(histogram::add);
    return histogram;
  }

  /** Li, Li, Venkatasubramanian 2007, section 5.1: salaries of 3k to 11k. */
  @Test
  void orderedDistance_isThatOfThePaper() {
    Histogram everybody = of(3, 4, 5, 6, 7, 8, 9, 10, 11);
    assertThat(of(3, 4, 5).orderedDistance(everybody)).isCloseTo(0.375, within(1e-12));
    assertThat(of(6, 8, 11).orderedDistance(everybody)).isCloseTo(1 / 6.0, within(1e-12));
  }

  @Test
  void equalDistance_isHalfTheSumOfDifferences() {
    assertThat(of(1, 1, 2).equalDistance(of(1, 2, 3, 3))).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void entropy_countsFrequentValuesForLess() {
    assertThat(of(1, 2, 3).effective()).isCloseTo(3, within(1e-12));
    assertThat(of(1, 1, 1, 1, 1, 1, 1, 1, 1, 2).effective()).isLessThan(1.5);
    assertThat(of().effective()).isZero();
  }

  @Test
  void removingWhatIsNotThere_isADefect() {
    assertThatThrownBy(() -> of(1).remove(2)).isInstanceOf(IllegalStateException.class);
  }

  @Property
  void distances_areZeroToOneself_andAtMostOne(
      @ForAll @Size(min = 1, max = 20) long @LongRange(min = 0, max = 9) [] some,
      @ForAll @Size(min = 1, max = 20) long @LongRange(min = 0, max = 9) [] more) {
    Histogram everybody = of(LongStream.concat(LongStream.of(some), LongStream.of(more)).toArray());
    assertThat(of(some).orderedDistance(of(some))).isZero();
    assertThat(of(some).equalDistance(everybody)).isBetween(0.0, 1.0);
    assertThat(of(some).orderedDistance(everybody))
        .isBetween(0.0, of(some).equalDistance(everybody) + 1e-12);
  }
}
