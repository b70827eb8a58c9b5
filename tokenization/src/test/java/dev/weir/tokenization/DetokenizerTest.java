package dev.weir.tokenization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** Tokens back to values, and every other text to a reason. */
class DetokenizerTest {

  private static final SourceValueAccess OWNER = SourceValueAccess.forTheOwner();
  private static final PartnerKeys ACME = Golden.fresh("acme");
  private static final TokenBinding BINDING =
      new TokenBinding("deterministic", "agreement:a", "p/f");

  private static Detokenized read(PartnerKeys keys, TokenBinding binding, String token) {
    return keys.detokenizer(binding, OWNER).detokenize(token);
  }

  private static String token(String value, int pad) {
    return Golden.token(ACME.tokenizer(BINDING, pad), value);
  }

  @Property(tries = 500)
  void everyText_comesBack(
      @ForAll @StringLength(max = 90) String any, @ForAll @IntRange(max = 1) int padded) {
    String value = any.replaceAll("\\p{Cs}", "");
    Detokenized found = read(ACME, BINDING, token(value, padded * 400));
    assertThat(found)
        .isInstanceOfSatisfying(
            Detokenized.Value.class, it -> assertThat(it.text(OWNER)).isEqualTo(value));
  }

  @Test
  void anotherPartnersToken_isAnUnknownKey() {
    assertThat(read(Golden.fresh("umbra"), BINDING, token("4711", 0)))
        .isEqualTo(Detokenized.Refusal.UNKNOWN_KEY);
  }

  @Test
  void anotherAgreementOrDomain_isNotAuthentic() {
    String token = token("4711", 0);
    for (TokenBinding other :
        new TokenBinding[] {
          new TokenBinding("deterministic", "agreement:b", "p/f"),
          new TokenBinding("deterministic", "agreement:a", "p/g"),
          new TokenBinding("deterministic", "partner:acme", "p/f")
        }) {
      assertThat(read(ACME, other, token)).isEqualTo(Detokenized.Refusal.NOT_AUTHENTIC);
    }
  }

  @Test
  void aTokenUnderTheSameKeyId_butAnotherKey_isNotAuthentic() {
    String acmes = Golden.token(Golden.keys().tokenizer(BINDING, 0), "4711");
    char changed = acmes.charAt(10) == 'A' ? 'B' : 'A';
    String forged = acmes.substring(0, 10) + changed + acmes.substring(11);
    assertThat(read(Golden.keys(), BINDING, forged)).isEqualTo(Detokenized.Refusal.NOT_AUTHENTIC);
  }

  /** The texts next to a token: each is refused, and none with its value. */
  @Property(tries = 2000)
  void noChangedToken_givesAValue(
      @ForAll @IntRange(max = 1000) int where, @ForAll @IntRange(max = 255) int what) {
    StringBuilder text = new StringBuilder(token("4711", 0));
    int at = where % text.length();
    if (text.charAt(at) != (char) what) {
      text.setCharAt(at, (char) what);
      assertThat(read(ACME, BINDING, text.toString())).isInstanceOf(Detokenized.Refusal.class);
    }
  }

  @Test
  void whatIsNoToken_isMalformed() {
    String token = token("4711", 0);
    for (String text :
        new String[] {
          "", "4711", "ö", token + "=", " " + token, token.substring(0, 27), "A" + token
        }) {
      assertThat(read(ACME, BINDING, text)).isEqualTo(Detokenized.Refusal.MALFORMED);
    }
  }

  @Test
  void oneWayTokens_cannotBeAskedFor() {
    TokenBinding oneWay = new TokenBinding("one-way", "agreement:a", "p/f");
    assertThatThrownBy(() -> ACME.detokenizer(oneWay, OWNER))
        .isInstanceOf(IllegalArgumentException.class);
    String token = Golden.token(ACME.tokenizer(oneWay, 0), "4711");
    assertThat(read(ACME, BINDING, token)).isEqualTo(Detokenized.Refusal.UNKNOWN_KEY);
  }

  @Test
  @SuppressWarnings("NullAway") // what is tested is that null is refused
  void withoutTheCapability_nothingIsTurnedBack() {
    assertThatThrownBy(() -> ACME.detokenizer(BINDING, null))
        .isInstanceOf(NullPointerException.class);
    assertThatThrownBy(() -> ((Detokenized.Value) read(ACME, BINDING, token("4711", 0))).text(null))
        .isInstanceOf(NullPointerException.class);
  }

  /** After a rotation: the old key still reads, the new one writes, a disabled one does neither. */
  @Test
  void rotatedKeyset_readsBothKeys_andWritesWithThePrimary() throws GeneralSecurityException {
    KeysetHandle old = ACME.keyset(KeyUse.DETERMINISTIC, InsecureSecretKeyAccess.get());
    String oldToken = token("4711", 0);
    PartnerKeys rotated = rotated(old, KeyStatus.ENABLED);
    String newToken = Golden.token(rotated.tokenizer(BINDING, 0), "4711");
    assertThat(newToken).isNotEqualTo(oldToken);
    assertThat(read(rotated, BINDING, oldToken)).isInstanceOf(Detokenized.Value.class);
    assertThat(read(rotated, BINDING, newToken)).isInstanceOf(Detokenized.Value.class);
    assertThat(read(rotated(old, KeyStatus.DISABLED), BINDING, oldToken))
        .isEqualTo(Detokenized.Refusal.DISABLED_KEY);
    assertThat(rotated.facts(KeyUse.DETERMINISTIC))
        .extracting(KeyFacts::primary)
        .containsExactly(false, true);
  }

  private static PartnerKeys rotated(KeysetHandle old, KeyStatus oldStatus)
      throws GeneralSecurityException {
    KeysetHandle.Builder builder = KeysetHandle.newBuilder(old);
    builder.getAt(0).setStatus(oldStatus);
    builder.addEntry(
        KeysetHandle.generateEntryFromParameters(old.getAt(0).getKey().getParameters())
            .withRandomId()
            .makePrimary());
    return PartnerKeys.of("acme", Map.of(KeyUse.DETERMINISTIC, builder.build()));
  }
}
