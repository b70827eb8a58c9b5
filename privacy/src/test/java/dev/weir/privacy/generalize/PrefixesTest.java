package dev.weir.privacy.generalize;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class PrefixesTest {

  private static final Prefixes ZIP = new Prefixes(5);

  private static long code(String text) {
    return ZIP.code(text).orElseThrow();
  }

  private static Shown shown(String one, String other) {
    long low = Math.min(code(one), code(other));
    long high = Math.max(code(one), code(other));
    return ZIP.shown(ZIP.from(low, high), ZIP.to(low, high));
  }

  @Test
  void codes_areCutFromTheEnd() {
    assertThat(shown("49718", "49733")).isEqualTo(new Shown.Text("497*"));
    assertThat(shown("49718", "90084")).isEqualTo(new Shown.Text("*"));
    assertThat(shown("49718", "49718")).isEqualTo(new Shown.Text("49718"));
    assertThat(shown("497", "49718")).isEqualTo(new Shown.Text("497*"));
  }

  @Test
  void loss_isTheShareOfHiddenCharacters() {
    assertThat(ZIP.loss(code("49718"), code("49733"))).isEqualTo(0.4);
    assertThat(ZIP.loss(code("00000"), code("90084"))).isEqualTo(1);
    assertThat(ZIP.loss(code("49718"), code("49718"))).isZero();
    assertThat(ZIP.loss(code("497181"), code("497182"))).isEqualTo(0.2);
  }

  @Test
  void textThatCannotBePlaced_hasNoCode() {
    assertThat(ZIP.code("")).isEmpty();
    assertThat(ZIP.code("12345678901")).isEmpty();
    assertThat(ZIP.code("49*")).isEmpty();
    assertThat(ZIP.code("ß")).isEmpty();
  }

  @Property
  void everyText_comesBack_andLiesUnderEachOfItsPrefixes(
      @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 10) String one,
      @ForAll @AlphaChars @NumericChars @StringLength(min = 1, max = 10) String other) {
    assertThat(shown(one, one)).isEqualTo(new Shown.Text(one));
    String prefix = ((Shown.Text) shown(one, other)).text().replace("*", "");
    assertThat(one).startsWith(prefix);
    assertThat(other).startsWith(prefix);
  }
}
