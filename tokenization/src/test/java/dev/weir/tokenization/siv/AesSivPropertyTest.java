package dev.weir.tokenization.siv;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The cached path against Tink, an implementation that shares no code with it. */
class AesSivPropertyTest {

  @Property(tries = 2000)
  void seal_equalsTink_forAnyLengths(
      @ForAll long seed,
      @ForAll @IntRange(max = 400) int length,
      @ForAll @IntRange(max = 200) int associatedLength)
      throws GeneralSecurityException {
    Random random = new Random(seed);
    byte[] key = bytes(random, 64);
    byte[] associated = bytes(random, associatedLength);
    AesSiv siv = new AesSiv(key, List.of(associated));
    com.google.crypto.tink.subtle.AesSiv tink = new com.google.crypto.tink.subtle.AesSiv(key);
    // One cipher, several values of changing lengths: nothing of one may reach the next.
    for (int next : new int[] {length, 0, length / 2, length}) {
      byte[] value = bytes(random, next);
      byte[] expected = tink.encryptDeterministically(value, associated);
      assertThat(sealAt(siv, value, random.nextInt(20))).isEqualTo(expected);
      assertThat(open(siv, expected)).isEqualTo(value);
    }
  }

  @Test
  void seal_equalsTink_forEachLengthUpTo600AndOneMebibyte() throws GeneralSecurityException {
    Random random = new Random(5297);
    byte[] key = bytes(random, 64);
    AesSiv siv = new AesSiv(key, List.of(new byte[0]));
    com.google.crypto.tink.subtle.AesSiv tink = new com.google.crypto.tink.subtle.AesSiv(key);
    for (int length = 0; length <= 600; length++) {
      byte[] value = bytes(random, length);
      assertThat(sealAt(siv, value, 3))
          .isEqualTo(tink.encryptDeterministically(value, new byte[0]));
    }
    byte[] large = bytes(random, 1 << 20);
    assertThat(sealAt(siv, large, 0)).isEqualTo(tink.encryptDeterministically(large, new byte[0]));
  }

  @Property(tries = 500)
  void open_refuses_whateverBitIsFlipped(
      @ForAll @Size(max = 40) byte[] value, @ForAll @IntRange(max = 10_000) int where) {
    AesSiv siv = new AesSiv(new byte[64], List.of(new byte[] {1}));
    byte[] sealed = sealAt(siv, value, 0);
    int bit = where % (sealed.length * 8);
    sealed[bit / 8] ^= (byte) (1 << bit % 8);
    assertThat(siv.open(sealed, 0, sealed.length, new byte[value.length], 0)).isEqualTo(-1);
  }

  @Test
  void open_refuses_otherAssociatedDataAndTooShort() {
    AesSiv one = new AesSiv(new byte[64], List.of(new byte[] {1}));
    byte[] sealed = sealAt(one, new byte[] {42}, 0);
    AesSiv split = new AesSiv(new byte[64], List.of(new byte[] {1}, new byte[0]));
    AesSiv none = new AesSiv(new byte[64], List.of());
    for (AesSiv other : List.of(split, none)) {
      assertThat(other.open(sealed, 0, sealed.length, new byte[1], 0)).isEqualTo(-1);
    }
    assertThat(one.open(sealed, 0, 15, new byte[1], 0)).isEqualTo(-1);
  }

  private static byte[] sealAt(AesSiv siv, byte[] value, int at) {
    byte[] in = new byte[value.length + 2 * at];
    System.arraycopy(value, 0, in, at, value.length);
    byte[] out = new byte[at + value.length + AesSiv.OVERHEAD];
    int end = siv.seal(in, at, at + value.length, out, at);
    assertThat(end).isEqualTo(out.length);
    assertThat(Arrays.copyOf(out, at)).isEqualTo(new byte[at]);
    return Arrays.copyOfRange(out, at, end);
  }

  private static byte[] open(AesSiv siv, byte[] sealed) {
    byte[] out = new byte[sealed.length - AesSiv.OVERHEAD];
    assertThat(siv.open(sealed, 0, sealed.length, out, 0)).isEqualTo(out.length);
    return out;
  }

  private static byte[] bytes(Random random, int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
