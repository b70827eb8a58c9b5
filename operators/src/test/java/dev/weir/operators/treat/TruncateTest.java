package dev.weir.operators.treat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.LogicalType;
import dev.weir.plan.Step;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TruncateTest {

  @Test
  void aZip_keepsItsFirstThree() {
    assertThat(truncate("49418", 3)).isEqualTo("494");
  }

  @Test
  void aValueNoLongerThanThat_isEmptied() {
    assertThat(truncate("494", 3)).isEmpty();
    assertThat(truncate("49", 3)).isEmpty();
    assertThat(truncate("", 3)).isEmpty();
    assertThat(truncate("4", 0)).isEmpty();
  }

  @Test
  void charactersAreCodePoints() {
    assertThat(truncate("Nguyễn", 5)).isEqualTo("Nguyễ");
    assertThat(truncate("\uD83D\uDE00\uD83D\uDE01", 1)).isEqualTo("\uD83D\uDE00");
    assertThat(truncate("\uD83D\uDE00\uD83D\uDE01", 2)).isEmpty();
    assertThat(truncate("e\u0301", 1)).isEqualTo("e");
  }

  @Property
  void anyText_isCutAsAnArrayOfCodePoints(
      @ForAll String text, @ForAll @IntRange(max = 6) int length) {
    String clean = TextOracle.wellFormed(text);
    int[] points = clean.codePoints().toArray();
    String expected =
        points.length <= length ? "" : TextOracle.string(Arrays.copyOf(points, length));
    assertThat(truncate(clean, length)).isEqualTo(expected);
  }

  private static String truncate(String value, int length) {
    return Treating.apply(Treating.compile(new Step.Truncate(length), LogicalType.STRING), value);
  }
}
