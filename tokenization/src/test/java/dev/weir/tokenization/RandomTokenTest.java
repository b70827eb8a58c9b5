package dev.weir.tokenization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RandomTokenTest {

  private static final PartnerKeys ACME = Golden.fresh("acme");
  private static final TokenBinding BINDING = new TokenBinding("random", "agreement:a", "p/f");

  @Property
  void text_isATokenOfNoKey_holdingTheDrawnBytes(@ForAll @Size(RandomToken.BYTES) byte[] drawn) {
    byte[] out = new byte[RandomToken.LENGTH + 4];
    RandomToken.write(drawn, out, 3);
    String text = new String(out, 3, RandomToken.LENGTH, StandardCharsets.US_ASCII);
    TokenText token = TokenText.parse(text).orElseThrow();
    assertThat(token.keyId()).isZero();
    assertThat(token.body()).isEqualTo(drawn);
  }

  /** Two of 100,000 are equal with a chance of 10^-29. */
  @Test
  void draws_areAllDifferent() {
    SecureRandom random = new SecureRandom();
    Set<String> drawn = new HashSet<>();
    for (int i = 0; i < 100_000; i++) {
      drawn.add(new String(RandomToken.draw(random), StandardCharsets.ISO_8859_1));
    }
    assertThat(drawn).hasSize(100_000);
  }

  @Property(tries = 300)
  void names_areEqualExactlyIfValuesAre(@ForAll String one, @ForAll String two) {
    ValueNamer namer = ACME.valueNamer(BINDING);
    assertThat(name(namer, one).equals(name(namer, two))).isEqualTo(same(one, two));
  }

  private static boolean same(String one, String two) {
    return Arrays.equals(
        one.getBytes(StandardCharsets.UTF_8), two.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void names_areOfTheirFieldAgreementAndPartner() {
    Set<String> names = new HashSet<>();
    names.add(name(ACME.valueNamer(BINDING), "v"));
    names.add(name(ACME.valueNamer(new TokenBinding("random", "agreement:b", "p/f")), "v"));
    names.add(name(ACME.valueNamer(new TokenBinding("random", "agreement:a", "p/g")), "v"));
    names.add(name(Golden.fresh("umbra").valueNamer(BINDING), "v"));
    assertThat(names).hasSize(4);
  }

  /** A name must never be taken for a token, nor the key for one that makes tokens. */
  @Test
  void randomTokens_areNotComputed() {
    assertThatThrownBy(() -> ACME.tokenizer(BINDING, 0))
        .isInstanceOf(IllegalArgumentException.class);
    TokenBinding deterministic = new TokenBinding("deterministic", "agreement:a", "p/f");
    assertThatThrownBy(() -> ACME.valueNamer(deterministic))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static String name(ValueNamer namer, String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    namer.name(bytes, 0, bytes.length);
    return String.format("%016x%016x", namer.high(), namer.low());
  }
}
