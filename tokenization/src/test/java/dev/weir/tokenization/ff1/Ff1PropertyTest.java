package dev.weir.tokenization.ff1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.junit.jupiter.api.Test;

/** The oracle: Bouncy Castle's engine. */
class Ff1PropertyTest {

  @Property(tries = 4_000)
  void equalsBouncyCastle_forAnyKeyAlphabetTweakAndText(
      @ForAll long seed,
      @ForAll @IntRange(min = 2, max = 65_535) int radix,
      @ForAll @IntRange(max = 2) int keySize,
      @ForAll @IntRange(max = 60) int more,
      @ForAll @Size(max = 70) byte[] tweak) {
    check(new Random(seed), radix, 16 + 8 * keySize, Ff1.minLength(radix) + more, tweak);
  }

  /** The alphabets that agreements mostly name, where the arithmetic is all longs. */
  @Property(tries = 4_000)
  void equalsBouncyCastle_forCommonAlphabets(
      @ForAll long seed,
      @ForAll @IntRange(max = 3) int which,
      @ForAll @IntRange(max = 20) int more,
      @ForAll @Size(max = 40) byte[] tweak) {
    int radix = new int[] {2, 10, 16, 62}[which];
    check(new Random(seed), radix, 32, Ff1.minLength(radix) + more, tweak);
  }

  private static void check(Random random, int radix, int keyBytes, int length, byte[] tweak) {
    byte[] key = new byte[keyBytes];
    random.nextBytes(key);
    Ff1 ours = new Ff1(key, radix);
    for (int text = 0; text < 3; text++) { // one engine, several lengths: nothing is left over
      int[] numerals = random.ints(length + text, 0, radix).toArray();
      int[] encrypted = numerals.clone();
      ours.encrypt(encrypted, 0, encrypted.length, tweak);
      assertThat(encrypted).isEqualTo(bouncyCastle(key, radix, tweak, numerals));
      ours.decrypt(encrypted, 0, encrypted.length, tweak);
      assertThat(encrypted).isEqualTo(numerals);
    }
  }

  /** It takes a byte for each numeral, or two from radix 257 on. */
  private static int[] bouncyCastle(byte[] key, int radix, byte[] tweak, int[] numerals) {
    int width = radix > 256 ? 2 : 1;
    byte[] in = new byte[numerals.length * width];
    for (int i = 0; i < numerals.length; i++) {
      in[i * width] = (byte) (width == 2 ? numerals[i] >>> 8 : numerals[i]);
      in[i * width + width - 1] = (byte) numerals[i];
    }
    FPEFF1Engine engine = new FPEFF1Engine();
    engine.init(true, new FPEParameters(new KeyParameter(key), radix, tweak));
    byte[] out = new byte[in.length];
    engine.processBlock(in, 0, in.length, out, 0);
    int[] result = new int[numerals.length];
    for (int i = 0; i < result.length; i++) {
      int high = width == 2 ? (out[i * width] & 0xff) << 8 : 0;
      result[i] = high | out[i * width + width - 1] & 0xff;
    }
    return result;
  }

  @Property(tries = 200)
  void minLength_isTheLeastWithAMillionTexts(@ForAll @IntRange(min = 2, max = 65_535) int radix) {
    int length = Ff1.minLength(radix);
    assertThat(Math.pow(radix, length)).isGreaterThanOrEqualTo(1e6);
    assertThat(length == 2 || Math.pow(radix, length - 1) < 1e6).isTrue();
  }

  @Test
  void whatTheStandardForbids_isRefused() {
    byte[] key = new byte[32];
    assertThatThrownBy(() -> new Ff1(key, 65_536)).hasMessageContaining("65535");
    assertThatThrownBy(() -> new Ff1(key, 1)).hasMessageContaining("from 2");
    assertThatThrownBy(() -> new Ff1(new byte[31], 10)).hasMessageContaining("31");
    Ff1 ff1 = new Ff1(key, 10);
    assertThat(ff1.fits(5)).isFalse();
    assertThat(ff1.fits(6)).isTrue();
    assertThat(ff1.fits(1_024)).isTrue();
    assertThat(ff1.fits(1_025)).isFalse();
    assertThatThrownBy(() -> ff1.encrypt(new int[5], 0, 5, key)).hasMessageContaining("not 5");
    assertThatThrownBy(() -> ff1.encrypt(new int[] {0, 0, 0, 10, 0, 0}, 0, 6, key))
        .hasMessageContaining("numeral");
  }
}
