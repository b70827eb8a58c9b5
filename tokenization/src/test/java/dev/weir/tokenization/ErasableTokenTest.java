package dev.weir.tokenization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tokens that die with their subject's key, and with nobody else's. */
class ErasableTokenTest {

  private static final PartnerKeys ACME = Golden.fresh("acme");
  private static final TokenBinding BINDING = binding("agreement:a", "p/f");
  private static final SubjectKey ERIKA = SubjectKey.of(SubjectKey.draw(new SecureRandom()));
  private static final SubjectKey MAX = SubjectKey.of(SubjectKey.draw(new SecureRandom()));

  private static TokenBinding binding(String scope, String domain) {
    return new TokenBinding("deterministic", scope, domain);
  }

  private static String token(
      PartnerKeys keys, TokenBinding binding, SubjectKey key, String value) {
    return Golden.token(keys.tokenizer(binding, 0, () -> key), value);
  }

  private static Detokenized read(
      PartnerKeys keys, TokenBinding binding, String token, SubjectKey... kept) {
    Map<String, SubjectKey> known = new HashMap<>();
    for (SubjectKey key : kept) {
      known.put(key.locator(), key);
    }
    return keys.detokenizer(binding, known::get, SourceValueAccess.forTheOwner()).detokenize(token);
  }

  private static @Nullable String value(Detokenized read) {
    return read instanceof Detokenized.Value value
        ? value.text(SourceValueAccess.forTheOwner())
        : null;
  }

  @Property(tries = 500)
  void anyText_readsBack_paddedOrNot(
      @ForAll @StringLength(max = 200) String text,
      @ForAll @IntRange(max = 1) int padded,
      @ForAll @Size(SubjectKey.BYTES) byte[] drawn) {
    String value = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    SubjectKey key = SubjectKey.of(drawn);
    String token = Golden.token(ACME.tokenizer(BINDING, padded * 1_000, () -> key), value);
    assertThat(value(read(ACME, BINDING, token, MAX, key))).isEqualTo(value);
  }

  @Property(tries = 300)
  void tokensOfOneSubject_areEqualExactlyIfValuesAre_andOfTwoNever(
      @ForAll @StringLength(max = 20) String one, @ForAll @StringLength(max = 20) String two) {
    boolean same =
        new String(one.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)
            .equals(new String(two.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    Tokenizer tokenizer = ACME.tokenizer(BINDING, 0, () -> ERIKA);
    assertThat(Golden.token(tokenizer, one).equals(Golden.token(tokenizer, two))).isEqualTo(same);
    assertThat(token(ACME, BINDING, ERIKA, one)).isNotEqualTo(token(ACME, BINDING, MAX, one));
  }

  @Test
  void oneTokenizer_followsTheSubjectAtHand() {
    SubjectKey[] now = {ERIKA};
    Tokenizer tokenizer = ACME.tokenizer(BINDING, 0, () -> now[0]);
    String first = Golden.token(tokenizer, "v");
    now[0] = MAX;
    String second = Golden.token(tokenizer, "v");
    now[0] = ERIKA;
    assertThat(Golden.token(tokenizer, "v")).isEqualTo(first).isNotEqualTo(second);
    assertThat(value(read(ACME, BINDING, second, MAX))).isEqualTo("v");
  }

  @Test
  void withoutItsSubjectsKey_aTokenIsErased_forEveryPartner() {
    for (PartnerKeys partner : new PartnerKeys[] {ACME, Golden.fresh("umbra")}) {
      String token = token(partner, BINDING, ERIKA, "erika@example.com");
      assertThat(value(read(partner, BINDING, token, ERIKA, MAX))).isEqualTo("erika@example.com");
      assertThat(read(partner, BINDING, token, MAX)).isEqualTo(Detokenized.Refusal.ERASED);
    }
  }

  /** The locator only finds the key: the value depends on the key itself. */
  @Test
  void anotherKeyInItsPlace_opensNothing() {
    String token = token(ACME, BINDING, ERIKA, "erika@example.com");
    ErasableDetokenizer reader =
        ACME.detokenizer(BINDING, locator -> MAX, SourceValueAccess.forTheOwner());
    assertThat(reader.detokenize(token)).isEqualTo(Detokenized.Refusal.NOT_AUTHENTIC);
  }

  @Property(tries = 300)
  void anyFlippedBit_isRefused(@ForAll @IntRange(max = 1_000_000) int at) {
    byte[] token = Base64.getUrlDecoder().decode(token(ACME, BINDING, ERIKA, "value"));
    int bit = at % (8 * token.length);
    token[bit / 8] ^= (byte) (1 << bit % 8);
    String changed = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    assertThat(read(ACME, BINDING, changed, ERIKA)).isInstanceOf(Detokenized.Refusal.class);
  }

  @Test
  void nobodyElsesKeysOrBinding_readIt_andItSharesNothingWithOthers() {
    String token = token(ACME, BINDING, ERIKA, "value");
    assertThat(read(Golden.fresh("umbra"), BINDING, token, ERIKA))
        .isEqualTo(Detokenized.Refusal.UNKNOWN_KEY);
    for (TokenBinding other :
        new TokenBinding[] {binding("agreement:b", "p/f"), binding("agreement:a", "p/g")}) {
      assertThat(read(ACME, other, token, ERIKA)).isEqualTo(Detokenized.Refusal.NOT_AUTHENTIC);
    }
    assertThat(ACME.detokenizer(BINDING, SourceValueAccess.forTheOwner()).detokenize(token))
        .as("as a token that is not erasable")
        .isEqualTo(Detokenized.Refusal.NOT_AUTHENTIC);
    Set<String> all = new HashSet<>();
    all.add(token);
    all.add(token(ACME, binding("agreement:b", "p/f"), ERIKA, "value"));
    all.add(token(ACME, binding("agreement:a", "p/g"), ERIKA, "value"));
    all.add(token(Golden.fresh("umbra"), BINDING, ERIKA, "value"));
    all.add(Golden.token(ACME.tokenizer(BINDING, 0), "value"));
    assertThat(all).hasSize(5);
  }

  @Test
  void recordWithoutASubject_hasNone() {
    Tokenizer tokenizer = ACME.tokenizer(BINDING, 0, () -> null);
    assertThatThrownBy(() -> Golden.token(tokenizer, "value"))
        .isInstanceOfSatisfying(
            TokenizationException.class,
            unfit -> assertThat(unfit.kind()).isEqualTo(TokenizationException.Kind.NO_SUBJECT));
  }

  @Test
  void wrappedKeys_comeBack_butNotUnderAnotherName_orFromAnotherOwner() {
    SubjectKeyring owner = keyring();
    WrappedSubjectKey wrapped = owner.wrap("0".repeat(32), ERIKA);
    WrappedSubjectKey line =
        SubjectKeyLine.read(new String(SubjectKeyLine.write(wrapped), StandardCharsets.UTF_8))
            .orElseThrow();
    SourceValueAccess access = SourceValueAccess.forTheOwner();
    assertThat(owner.unwrap(line, access).locator()).isEqualTo(ERIKA.locator());
    assertThat(line.locator()).isEqualTo(ERIKA.locator());
    WrappedSubjectKey moved = new WrappedSubjectKey("1".repeat(32), line.locator(), line.wrapped());
    assertThatThrownBy(() -> owner.unwrap(moved, access)).isInstanceOf(KeyException.class);
    assertThatThrownBy(() -> keyring().unwrap(line, access)).isInstanceOf(KeyException.class);
    assertThat(SubjectKeyLine.read("{\"version\":1}")).isEmpty();
    assertThat(SubjectKeyLine.read("no line")).isEmpty();
  }

  @Test
  void names_areOfTheirProductAndOwner() {
    SubjectKeyring owner = keyring();
    Set<String> names = new HashSet<>();
    for (ValueNamer namer :
        new ValueNamer[] {owner.namer("p"), owner.namer("q"), keyring().namer("p")}) {
      namer.name(new byte[] {'C', '1'}, 0, 2);
      names.add(namer.high() + "/" + namer.low());
    }
    assertThat(names).hasSize(3);
    assertThat(owner.fingerprint()).matches("[0-9a-f]{16}");
  }

  private static SubjectKeyring keyring() {
    return SubjectKeyring.of(NewKeyset.of(KeyUse.RANDOM), NewKeyset.wrapping());
  }

  @Test
  void nothingIsShown() {
    SubjectKey key = SubjectKey.of(new byte[SubjectKey.BYTES]);
    assertThat(key).hasToString("SubjectKey[hidden]");
    assertThat(keyring().wrap("0".repeat(32), key).toString()).doesNotContain("wrapped=");
  }
}
