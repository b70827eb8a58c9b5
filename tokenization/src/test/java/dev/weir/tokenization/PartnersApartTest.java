package dev.weir.tokenization;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two partners, one agreement's name and domain: what their tokens have in common. */
class PartnersApartTest {

  private static final int MILLION = 1_000_000;

  /** Of 10^n values and two random permutations: Poisson with mean 1, above 15 below 10^-13. */
  private static final int MOST_ALIKE = 15;

  @ParameterizedTest
  @ValueSource(strings = {"deterministic", "one-way"})
  void million_twoPartnersShareNoToken_andNoValuesShareOne(String scheme) {
    requireNoneShared(scheme, MILLION);
  }

  @Tag("soak")
  @ParameterizedTest
  @ValueSource(strings = {"deterministic", "one-way"})
  void tenMillion_twoPartnersShareNoToken_andNoValuesShareOne(String scheme) {
    requireNoneShared(scheme, 10 * MILLION);
  }

  /**
   * Compares 64 bits behind the key ids, which alone would keep whole tokens apart. Were all well,
   * two of 20 million are equal with a chance of 10^-5, of 2 million with 10^-7.
   */
  private static void requireNoneShared(String scheme, int values) {
    long[] bodies = new long[2 * values];
    int at = 0;
    for (String partner : new String[] {"acme", "umbra"}) {
      TokenBinding binding = new TokenBinding(scheme, "agreement:same", "same/field");
      Tokenizer tokenizer = Golden.fresh(partner).tokenizer(binding, 0);
      byte[] out = new byte[tokenizer.maxTokenLength(20)];
      for (int i = 0; i < values; i++) {
        byte[] value = Integer.toString(i).getBytes(StandardCharsets.US_ASCII);
        int end = tokenizer.tokenize(value, 0, value.length, out, 0);
        bodies[at++] = body(out, end);
      }
    }
    Arrays.sort(bodies);
    long shared = 0;
    for (int i = 1; i < bodies.length; i++) {
      shared += bodies[i] == bodies[i - 1] ? 1 : 0;
    }
    assertThat(shared).isZero();
  }

  private static long body(byte[] token, int end) {
    byte[] bytes = Base64.getUrlDecoder().decode(Arrays.copyOf(token, end));
    return ByteBuffer.wrap(bytes).getLong(TokenPrefix.LENGTH);
  }

  @Test
  void million_formatPreservingTokens_areAlikeAsOftenAsChanceHasIt() {
    requireChance(6);
  }

  @Tag("soak")
  @Test
  void tenMillion_formatPreservingTokens_areAlikeAsOftenAsChanceHasIt() {
    requireChance(7);
  }

  /** All values of the domain, of two partners, and of two fields of one. */
  private static void requireChance(int digits) {
    PartnerKeys acme = Golden.fresh("acme");
    Tokenizer ours = tokenizer(acme, "same/field");
    Tokenizer theirs = tokenizer(Golden.fresh("umbra"), "same/field");
    Tokenizer another = tokenizer(acme, "other/field");
    byte[] one = new byte[digits];
    byte[] two = new byte[digits];
    byte[] three = new byte[digits];
    int partners = 0;
    int fields = 0;
    for (int i = 0; i < Math.pow(10, digits); i++) {
      byte[] value =
          String.format(Locale.ROOT, "%0" + digits + "d", i).getBytes(StandardCharsets.US_ASCII);
      ours.tokenize(value, 0, digits, one, 0);
      theirs.tokenize(value, 0, digits, two, 0);
      another.tokenize(value, 0, digits, three, 0);
      partners += Arrays.equals(one, two) ? 1 : 0;
      fields += Arrays.equals(one, three) ? 1 : 0;
    }
    assertThat(partners).isLessThanOrEqualTo(MOST_ALIKE);
    assertThat(fields).isLessThanOrEqualTo(MOST_ALIKE);
  }

  private static Tokenizer tokenizer(PartnerKeys keys, String domain) {
    TokenBinding binding = new TokenBinding("format-preserving", "agreement:same", domain);
    return keys.tokenizer(binding, new TokenFormat("0123456789", 0, 0, false));
  }
}
