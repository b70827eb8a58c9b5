package dev.weir.tokenization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.DeterministicAead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** What tokens promise: the same for the same, another for any other, and never too long. */
class TokenizerTest {

  private static final PartnerKeys ACME = Golden.fresh("acme");

  private static TokenBinding binding(String scheme, String scope, String domain) {
    return new TokenBinding(scheme, scope, domain);
  }

  private static Tokenizer tokenizer(String scheme, int pad) {
    return ACME.tokenizer(binding(scheme, "agreement:a", "p/f"), pad);
  }

  @Property(tries = 1000)
  void deterministic_equalsPlainTink_forAnyText(
      @ForAll @StringLength(min = 1, max = 80) String domain,
      @ForAll @StringLength(max = 300) String value)
      throws GeneralSecurityException {
    if (!isUnicode(domain) || !isUnicode(value)) {
      return;
    }
    TokenBinding binding = binding("deterministic", "agreement:a", domain);
    DeterministicAead tink =
        ACME.keyset(KeyUse.DETERMINISTIC, InsecureSecretKeyAccess.get())
            .getPrimitive(RegistryConfiguration.get(), DeterministicAead.class);
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    byte[] expected = tink.encryptDeterministically(utf8, binding.encoded());
    assertThat(Golden.token(ACME.tokenizer(binding, 0), value))
        .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(expected));
  }

  @Property(tries = 500)
  void maxTokenLength_isEnough_andExactForDeterministic(
      @ForAll @Size(max = 500) byte[] value, @ForAll @IntRange(max = 600) int pad) {
    for (int i = 0; i < value.length; i++) {
      value[i] &= 0x7f;
    }
    Tokenizer oneWay = tokenizer("one-way", 0);
    assertThat(Golden.token(oneWay, value)).hasSize(28);
    assertThat(oneWay.maxTokenLength(value.length)).isEqualTo(28);
    int used = pad >= value.length ? pad : 0;
    Tokenizer deterministic = tokenizer("deterministic", used);
    assertThat(Golden.token(deterministic, value))
        .hasSize(deterministic.maxTokenLength(value.length));
  }

  @Test
  void tokenizer_givesTheSameToken_whateverItSawBefore() {
    for (String scheme : new String[] {"deterministic", "one-way"}) {
      Tokenizer used = tokenizer(scheme, 0);
      for (int length : new int[] {0, 5, 700, 16, 15, 1, 0}) {
        String value = "v".repeat(length);
        assertThat(Golden.token(used, value)).isEqualTo(Golden.token(tokenizer(scheme, 0), value));
      }
    }
  }

  @Test
  void contexts_shareNoToken() {
    Set<String> tokens = new HashSet<>();
    int made = 0;
    for (String scheme : new String[] {"deterministic", "one-way"}) {
      for (String scope : new String[] {"agreement:a", "agreement:ab", "partner:acme"}) {
        for (String domain : new String[] {"p/f", "bp/f", "p/g", "customers"}) {
          tokens.add(Golden.token(ACME.tokenizer(binding(scheme, scope, domain), 0), "4711"));
          made++;
        }
      }
    }
    assertThat(tokens).hasSize(made);
  }

  @Test
  void scopePartner_joinsTheAgreementsOfThatPartner_andRefusesAnothers() {
    TokenBinding own = binding("deterministic", "partner:acme", "customers");
    assertThat(Golden.token(ACME.tokenizer(own, 0), "4711"))
        .isEqualTo(Golden.token(ACME.tokenizer(own, 0), "4711"));
    assertThatThrownBy(
            () -> ACME.tokenizer(binding("deterministic", "partner:umbra", "customers"), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another partner");
  }

  @Test
  void pad_hidesLengths_andRefusesWhatDoesNotFit() {
    Tokenizer padded = tokenizer("deterministic", 8);
    assertThat(Golden.token(padded, ""))
        .hasSameSizeAs(Golden.token(padded, "12345678"))
        .isNotEqualTo(Golden.token(padded, "12345678"));
    assertThatThrownBy(() -> Golden.token(padded, "secret-value"))
        .isInstanceOf(TokenizationException.class)
        .hasMessageContaining("pad: 8")
        .hasMessageNotContaining("secret");
  }

  @Test
  void whatLooksLikePadding_isRefused() {
    assertThatThrownBy(() -> Golden.token(tokenizer("deterministic", 8), new byte[] {'a', -1}))
        .isInstanceOf(TokenizationException.class);
    assertThatThrownBy(() -> Golden.token(tokenizer("deterministic", 0), new byte[] {-1}))
        .isInstanceOf(TokenizationException.class);
  }

  @Test
  void badSettings_areRefused() {
    assertThatThrownBy(() -> tokenizer("one-way", 8)).hasMessageContaining("pad");
    assertThatThrownBy(() -> tokenizer("deterministic", -1)).hasMessageContaining("pad");
    assertThatThrownBy(() -> tokenizer("deterministic", (1 << 20) + 1)).hasMessageContaining("pad");
    assertThatThrownBy(() -> binding("sha1", "agreement:a", "d")).hasMessageContaining("sha1");
    assertThatThrownBy(() -> binding("shift", "agreement:a", "d")).hasMessageContaining("shift");
    assertThatThrownBy(() -> binding("one-way", "a", "d")).hasMessageContaining("agreement:<id>");
    assertThatThrownBy(() -> binding("one-way", "agreement:", "d")).hasMessageContaining("scope");
    assertThatThrownBy(() -> binding("one-way", "agreement:a", "")).hasMessageContaining("domain");
  }

  @Test
  void halfASurrogatePair_isRefused_forItHasNoUtf8() {
    assertThatThrownBy(() -> binding("one-way", "agreement:a", "\ud800").encoded())
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static boolean isUnicode(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
