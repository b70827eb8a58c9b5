package dev.weir.tokenization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class LengthPrefixedTest {

  @Test
  void encode_writesBigEndianLengthsOfUtf8() {
    assertThat(HexFormat.of().formatHex(LengthPrefixed.encode("ab", "", "ü")))
        .isEqualTo("00000002" + "6162" + "00000000" + "00000002" + "c3bc");
  }

  @Property
  void encode_givesDifferentBytes_forDifferentLists(
      @ForAll @Size(max = 5) List<@StringLength(max = 3) @Chars({'\0', '\1', 'a'}) String> one,
      @ForAll @Size(max = 5) List<@StringLength(max = 3) @Chars({'\0', '\1', 'a'}) String> two) {
    byte[] first = LengthPrefixed.encode(one.toArray(String[]::new));
    byte[] second = LengthPrefixed.encode(two.toArray(String[]::new));
    assertThat(HexFormat.of().formatHex(first).equals(HexFormat.of().formatHex(second)))
        .isEqualTo(one.equals(two));
  }

  @Property
  void encode_isNeverTheBeginningOfAnotherListAsLong(
      @ForAll @Size(4) List<@StringLength(max = 3) @AlphaChars String> one,
      @ForAll @Size(4) List<@StringLength(max = 3) @AlphaChars String> two) {
    String first = HexFormat.of().formatHex(LengthPrefixed.encode(one.toArray(String[]::new)));
    String second = HexFormat.of().formatHex(LengthPrefixed.encode(two.toArray(String[]::new)));
    assertThat(first.startsWith(second)).isEqualTo(one.equals(two));
  }
}
