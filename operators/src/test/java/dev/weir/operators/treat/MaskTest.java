package dev.weir.operators.treat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.LogicalType;
import dev.weir.plan.Step;
import java.util.Arrays;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MaskTest {

  @Test
  void aPhoneNumber_keepsItsFirstThree() {
    assertThat(mask("+491513567685", 3, 0, "*", null)).isEqualTo("+49**********");
  }

  @Test
  void bothEnds_mayBeKept() {
    assertThat(mask("4988843212757409", 4, 4, "#", null)).isEqualTo("4988########7409");
  }

  @Test
  void nothingLeftToHide_hidesAll() {
    assertThat(mask("abc", 3, 0, "*", null)).isEqualTo("***");
    assertThat(mask("abc", 2, 1, "*", null)).isEqualTo("***");
    assertThat(mask("ab", 5, 5, "*", null)).isEqualTo("**");
    assertThat(mask("", 1, 0, "*", null)).isEmpty();
  }

  @Test
  void aFixedLength_hidesHowMuchWasHidden() {
    assertThat(mask("+491513567685", 3, 0, "*", 4)).isEqualTo("+49****");
    assertThat(mask("+4915", 3, 0, "*", 4)).isEqualTo("+49****");
    assertThat(mask("+49", 3, 0, "*", 4)).isEqualTo("****");
    assertThat(mask("", 3, 0, "*", 4)).isEqualTo("****");
  }

  @Test
  void charactersAreCodePoints_notBytesAndNotUtf16Units() {
    assertThat(mask("Nguyễn", 4, 0, "*", null)).isEqualTo("Nguy**");
    assertThat(mask("\uD83D\uDE00\uD83D\uDE01\uD83D\uDE02", 1, 1, "*", null))
        .isEqualTo("\uD83D\uDE00*\uD83D\uDE02");
    assertThat(mask("e\u0301a", 1, 0, "\u2022", null)).isEqualTo("e\u2022\u2022");
  }

  @Test
  void aGraphemeOfSeveralCodePoints_isCountedAsThem() {
    String family = "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67";
    assertThat(mask(family, 1, 0, "*", null)).isEqualTo("\uD83D\uDC68****");
  }

  @Property
  void anyText_isMaskedAsByAnArrayOfCodePoints(
      @ForAll String text,
      @ForAll @IntRange(max = 5) int first,
      @ForAll @IntRange(max = 5) int last,
      @ForAll @IntRange(min = -1, max = 4) int length) {
    String clean = TextOracle.wellFormed(text);
    Integer fixed = length < 0 ? null : length;
    assertThat(mask(clean, first, last, "\u2022", fixed))
        .isEqualTo(oracle(clean.codePoints().toArray(), first, last, fixed));
  }

  private static String oracle(int[] points, int first, int last, @Nullable Integer length) {
    boolean all = first + last >= points.length;
    int hidden = all ? points.length : points.length - first - last;
    String stars = "\u2022".repeat(length == null ? hidden : length);
    return all
        ? stars
        : TextOracle.string(Arrays.copyOf(points, first))
            + stars
            + TextOracle.string(Arrays.copyOfRange(points, points.length - last, points.length));
  }

  @Property
  void nothingHidden_leaves(@ForAll @IntRange(min = 1, max = 20) int length) {
    String secret = Arrays.stream(new int[length]).mapToObj(i -> "S").collect(Collectors.joining());
    assertThat(mask(secret, 0, 0, "*", null)).doesNotContain("S");
  }

  private static String mask(
      String value, int first, int last, String with, @Nullable Integer length) {
    Step step = new Step.Mask(first, last, with, length);
    return Treating.apply(Treating.compile(step, LogicalType.STRING), value);
  }
}
