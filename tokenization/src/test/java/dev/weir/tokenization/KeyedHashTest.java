package dev.weir.tokenization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class KeyedHashTest {

  private static byte[] hash(KeyedHash hash, byte[] value) {
    byte[] out = new byte[40];
    hash.hash(value, 0, value.length, out, 4);
    return Arrays.copyOfRange(out, 4, 36);
  }

  /** Test cases 1 and 2 of RFC 4231 section 4, the text cut in two at every place. */
  @Test
  void rfc4231_whereverThePrefixEnds() {
    byte[] key = new byte[20];
    Arrays.fill(key, (byte) 0x0b);
    check(key, "Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    check(
        "Jefe".getBytes(StandardCharsets.US_ASCII),
        "what do ya want for nothing?",
        "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  }

  private static void check(byte[] key, String text, String expected) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    for (int cut = 0; cut <= bytes.length; cut++) {
      KeyedHash hash = new KeyedHash(key, Arrays.copyOf(bytes, cut));
      byte[] rest = Arrays.copyOfRange(bytes, cut, bytes.length);
      assertThat(HexFormat.of().formatHex(hash(hash, rest))).isEqualTo(expected);
    }
  }

  @Property(tries = 500)
  void hash_equalsTheJdksHmac_forAnyLengths_againAndAgain(
      @ForAll @Size(min = 1, max = 64) byte[] key,
      @ForAll @Size(max = 200) byte[] prefix,
      @ForAll @Size(max = 200) byte[] value)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update(prefix);
    byte[] expected = mac.doFinal(value);
    KeyedHash hash = new KeyedHash(key, prefix);
    assertThat(hash(hash, value)).isEqualTo(expected);
    hash(hash, prefix);
    assertThat(hash(hash, value)).isEqualTo(expected);
  }

  @Test
  void aLongerKey_isRefused() {
    assertThatThrownBy(() -> new KeyedHash(new byte[65], new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
