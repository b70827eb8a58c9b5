package dev.weir.tokenization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.tokenization.TokenizationException.Kind;
import dev.weir.tokenization.ff1.Ff1;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatPreservingTest {

  private static final PartnerKeys ACME = Golden.fresh("acme");
  private static final TokenBinding BINDING =
      new TokenBinding("format-preserving", "agreement:a", "p/card");
  private static final TokenFormat CARD = new TokenFormat("0123456789", 0, 4, false);
  private static final TokenFormat LUHN = new TokenFormat("0123456789", 0, 4, true);

  /** A format, and two values that have it. */
  record Case(TokenFormat format, String value, String other) {}

  @Provide
  Arbitrary<Case> cases() {
    Arbitrary<Integer> kept = Arbitraries.integers().between(0, 6);
    return Combinators.combine(Arbitraries.randomValue(random -> random), alphabets(), kept, kept)
        .as(FormatPreservingTest::aCase);
  }

  private static Arbitrary<String> alphabets() {
    return Arbitraries.oneOf(
        Arbitraries.of("0123456789", "01", "0123456789abcdef", "abc-", "äöü🦊日", "\"\\ab"),
        Arbitraries.strings()
            .filter(text -> !text.isEmpty())
            .map(FormatPreservingTest::distinct)
            .filter(text -> text.codePoints().count() > 1));
  }

  private static String distinct(String text) {
    return text.codePoints()
        .filter(point -> point < 0xd800 || point > 0xdfff)
        .distinct()
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static Case aCase(Random random, String alphabet, int first, int last) {
    int[] points = alphabet.codePoints().toArray();
    int length = first + last + Ff1.minLength(points.length) + random.nextInt(12);
    String value = text(random, points, length);
    String other = random.nextBoolean() ? value : text(random, points, length);
    return new Case(new TokenFormat(alphabet, first, last, false), value, other);
  }

  private static String text(Random random, int[] points, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.appendCodePoint(points[random.nextInt(points.length)]);
      text.append(random.nextInt(5) == 0 ? " -".charAt(random.nextInt(2)) : "");
    }
    return text.toString();
  }

  @Property(tries = 3_000)
  void tokens_haveTheValuesShape_readBack_andAreEqualIffTheValuesAre(@ForAll("cases") Case given) {
    Tokenizer tokenizer = ACME.tokenizer(BINDING, given.format());
    String token = Golden.token(tokenizer, given.value());
    assertThat(shape(token, given.format())).isEqualTo(shape(given.value(), given.format()));
    assertThat(ends(token, given.format())).isEqualTo(ends(given.value(), given.format()));
    assertThat(read(ACME, given.format(), token)).isEqualTo(given.value());
    assertThat(Golden.token(tokenizer, given.other()).equals(token))
        .isEqualTo(given.other().equals(given.value()));
  }

  /** Each character as what it is: of the alphabet, or itself. */
  private static List<String> shape(String text, TokenFormat format) {
    Set<Integer> alphabet = format.alphabet().codePoints().boxed().collect(Collectors.toSet());
    return text.codePoints()
        .mapToObj(point -> alphabet.contains(point) ? "of the alphabet" : Character.toString(point))
        .toList();
  }

  private static List<List<Integer>> ends(String text, TokenFormat format) {
    List<Integer> points =
        text.codePoints().filter(point -> format.alphabet().indexOf(point) >= 0).boxed().toList();
    return List.of(
        points.subList(0, format.keepFirst()),
        points.subList(points.size() - format.keepLast(), points.size()));
  }

  private static String read(PartnerKeys keys, TokenFormat format, String token) {
    SourceValueAccess access = SourceValueAccess.forTheOwner();
    Detokenized read =
        keys.detokenizer(BINDING, format, access)
            .detokenize(keys.version(KeyUse.FORMAT_PRESERVING), token);
    return read instanceof Detokenized.Value value ? value.text(access) : read.toString();
  }

  @Property(tries = 1_000)
  void luhnTokens_passTheCheck_andReadBack(@ForAll("cards") String card) {
    String token = Golden.token(ACME.tokenizer(BINDING, LUHN), card);
    assertThat(passes(token)).isTrue();
    assertThat(token).hasSameSizeAs(card).endsWith(card.substring(card.length() - 4));
    assertThat(read(ACME, LUHN, token)).isEqualTo(card);
  }

  @Provide
  Arbitrary<String> cards() {
    return Arbitraries.strings()
        .numeric()
        .ofMinLength(10)
        .ofMaxLength(18)
        .map(digits -> "0123456789".chars().mapToObj(c -> digits + (char) c))
        .map(all -> all.filter(FormatPreservingTest::passes).findFirst().orElseThrow());
  }

  /** By the table of the standard. */
  private static boolean passes(String card) {
    int sum = 0;
    for (int i = 0; i < card.length(); i++) {
      int digit = card.charAt(card.length() - 1 - i) - '0';
      sum += i % 2 == 0 ? digit : "0246813579".charAt(digit) - '0';
    }
    return sum % 10 == 0;
  }

  @ParameterizedTest
  @CsvSource({
    "4988843212757408, CHECK_DIGIT", // its last digit would be another
    "498884321275740x, NOT_IN_FORMAT",
    "49888432127574\u00e9, NOT_IN_FORMAT",
    "4988_8432, NOT_IN_FORMAT",
    "'', NOT_IN_FORMAT",
    "79927398713, NONE",
    "0000 0000 00, NOT_IN_FORMAT", // five digits and the check digit are hidden: 10^5 values
    "00000000000, NONE"
  })
  void whatHasNotTheFormat_isRefused_andSaysNothingOfTheValue(String value, String kind) {
    Tokenizer tokenizer = ACME.tokenizer(BINDING, LUHN);
    if (kind.equals("NONE")) {
      assertThat(Golden.token(tokenizer, value)).hasSameSizeAs(value);
      return;
    }
    assertThatExceptionOfType(TokenizationException.class)
        .isThrownBy(() -> Golden.token(tokenizer, value))
        .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.valueOf(kind)))
        .satisfies(refused -> assertThat(refused.getMessage()).doesNotContainPattern("\\d"));
  }

  @Test
  void bytesThatAreNoUtf8_areRefused() {
    Tokenizer tokenizer = ACME.tokenizer(BINDING, CARD);
    for (int last : new int[] {0xc3, 0xe6, 0xf0, 0x80}) {
      byte[] value = "12345678901 ".getBytes(StandardCharsets.UTF_8);
      value[value.length - 1] = (byte) last;
      assertThatExceptionOfType(TokenizationException.class)
          .isThrownBy(() -> Golden.token(tokenizer, value));
    }
  }

  @Test
  void tooManyCharacters_areUnfit() {
    assertThatExceptionOfType(TokenizationException.class)
        .isThrownBy(() -> Golden.token(ACME.tokenizer(BINDING, CARD), "1".repeat(1_029)))
        .satisfies(refused -> assertThat(refused.kind()).isEqualTo(Kind.UNFIT));
  }

  @Test
  void keptEnds_changeTheRest() {
    Tokenizer tokenizer = ACME.tokenizer(BINDING, CARD);
    String one = Golden.token(tokenizer, "4988843212757409");
    String other = Golden.token(tokenizer, "4988843212757408");
    assertThat(one.substring(0, 12)).isNotEqualTo(other.substring(0, 12));
  }

  @Test
  void anotherPartnerScopeOrDomain_givesAnotherToken() {
    Set<String> tokens = new TreeSet<>();
    for (PartnerKeys keys : List.of(ACME, Golden.fresh("umbra"))) {
      for (String scope : List.of("agreement:a", "agreement:b", "partner:" + keys.partner())) {
        for (String domain : List.of("p/card", "p/other")) {
          TokenBinding binding = new TokenBinding("format-preserving", scope, domain);
          String card = "4988843212757409498884321275740949888432127574094988843212757409";
          tokens.add(Golden.token(keys.tokenizer(binding, CARD), card));
        }
      }
    }
    assertThat(tokens).hasSize(12); // by chance two in 10^60 are one
  }

  @Test
  void keyVersionThatIsNotThere_isToldApartFromATokenThatIsNone() {
    FormatDetokenizer reader = ACME.detokenizer(BINDING, CARD, SourceValueAccess.forTheOwner());
    assertThat(reader.detokenize(ACME.version(KeyUse.FORMAT_PRESERVING) + 1, "4988843212757409"))
        .isEqualTo(Detokenized.Refusal.UNKNOWN_KEY);
    assertThat(reader.detokenize(ACME.version(KeyUse.FORMAT_PRESERVING), "49888"))
        .isEqualTo(Detokenized.Refusal.MALFORMED);
    assertThat(reader.toString()).doesNotContain("4988");
  }

  @Test
  void formatsThatAreNone_areRefused() {
    assertThatThrownBy(() -> new TokenFormat("a", 0, 0, false)).hasMessageContaining("2 to");
    assertThatThrownBy(() -> new TokenFormat("aba", 0, 0, false)).hasMessageContaining("once");
    assertThatThrownBy(() -> new TokenFormat("a\ud800", 0, 0, false)).hasMessageContaining("Uni");
    assertThatThrownBy(() -> new TokenFormat("9876543210", 0, 0, true))
        .hasMessageContaining("0 to");
    assertThatThrownBy(() -> new TokenFormat("01", -1, 0, false)).hasMessageContaining("0 or");
    assertThatThrownBy(() -> ACME.tokenizer(BINDING, 0)).hasMessageContaining("format");
    TokenBinding siv = new TokenBinding("deterministic", "agreement:a", "p/card");
    assertThatThrownBy(() -> ACME.tokenizer(siv, CARD)).hasMessageContaining("format");
  }
}
