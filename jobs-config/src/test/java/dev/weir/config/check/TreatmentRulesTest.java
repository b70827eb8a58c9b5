package dev.weir.config.check;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TimeUnit;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.config.agreement.TokenScope;
import dev.weir.config.agreement.Treatment;
import dev.weir.config.product.PrivacyRole;
import dev.weir.config.product.Property;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What one treatment of one field is told. */
final class TreatmentRulesTest {

  private static final Map<String, Treatment> OF_STRINGS =
      Map.of(
          "keep", new Treatment.Keep(),
          "drop", new Treatment.Drop(),
          "redact", new Treatment.Redact(null),
          "mask", new Treatment.Mask(3, 0, "*", null),
          "truncate", new Treatment.Truncate(3),
          "tokenize", Written.token(TokenScheme.ONE_WAY, 0));

  @ParameterizedTest
  @CsvSource({
    "SUBJECT, drop redact tokenize",
    "IDENTIFIER, drop redact mask truncate tokenize",
    "QUASI_IDENTIFIER, keep drop redact mask truncate tokenize",
    "JURISDICTION, keep drop redact mask truncate tokenize",
    "SENSITIVE, keep drop redact mask truncate tokenize",
    "PUBLIC, keep drop redact mask truncate tokenize"
  })
  void role_allowsThisInRecordsAndNoMore(PrivacyRole role, String allowed) {
    OF_STRINGS.forEach(
        (word, treatment) ->
            assertThat(Written.rules(Written.leaf("f", LogicalType.STRING, role), treatment))
                .as(word)
                .isEqualTo(
                    List.of(allowed.split(" ")).contains(word)
                        ? List.of()
                        : List.of("role-treatment")));
  }

  @ParameterizedTest
  @EnumSource(
      value = LogicalType.class,
      names = {"STRING", "DATE", "TIMESTAMP", "TIME", "NUMBER", "INTEGER", "BOOLEAN"})
  void type_takesTheTreatmentsOfTheLanguagesTable(LogicalType type) {
    Map<Treatment, Set<LogicalType>> table = new LinkedHashMap<>();
    table.put(new Treatment.Mask(1, 0, "*", null), Set.of(LogicalType.STRING));
    table.put(new Treatment.Truncate(2), Set.of(LogicalType.STRING));
    table.put(new Treatment.Round(TimeUnit.YEAR), Set.of(LogicalType.DATE, LogicalType.TIMESTAMP));
    table.put(new Treatment.Shift(3), Set.of(LogicalType.DATE, LogicalType.TIMESTAMP));
    table.put(
        new Treatment.Bucket(BigDecimal.TEN), Set.of(LogicalType.NUMBER, LogicalType.INTEGER));
    table.put(
        Written.token(TokenScheme.DETERMINISTIC, 0),
        Set.of(LogicalType.STRING, LogicalType.INTEGER));
    table.put(Written.token(TokenScheme.FORMAT_PRESERVING, 0), Set.of(LogicalType.STRING));

    table.forEach(
        (treatment, types) ->
            assertThat(Written.rules(publicField(type), treatment))
                .as(treatment.toString())
                .isEqualTo(types.contains(type) ? List.of() : List.of("type-treatment")));
  }

  @ParameterizedTest
  @CsvSource({
    "INTEGER, 0.5, false",
    "INTEGER, 10.0, true",
    "INTEGER, 4611686018427387902, true",
    "INTEGER, 4611686018427387903, false",
    "INTEGER, 4611686018427387904, false",
    "NUMBER, 0.5, true",
    "DATE, P1M1D, false",
    "DATE, P1Y6M, true",
    "DATE, P7D, true",
    "TIMESTAMP, P1M1D, false",
    "TIMESTAMP, P1DT1H, true"
  })
  void steps_areWholeBetweenWholeNumbers_andOfMonthsOrDays(
      LogicalType type, String step, boolean fits) {
    Property field = Written.leaf("f", type, PrivacyRole.QUASI_IDENTIFIER);
    Treatment treatment = new Treatment.Generalize(step, null, null, false);
    assertThat(Written.rules(field, treatment).contains("type-treatment")).isEqualTo(!fits);
  }

  private static Property publicField(LogicalType type) {
    return Written.leaf("f", type, PrivacyRole.PUBLIC);
  }

  @Test
  void settingsThatChangeNothing_areRefused() {
    assertThat(Written.rules(publicField(LogicalType.DATE), new Treatment.Round(TimeUnit.DAY)))
        .containsExactly("setting-without-effect");
    assertThat(
            Written.rules(publicField(LogicalType.INTEGER), new Treatment.Bucket(BigDecimal.ONE)))
        .containsExactly("setting-without-effect");
    assertThat(Written.rules(publicField(LogicalType.STRING), padded(TokenScheme.ONE_WAY)))
        .containsExactly("setting-without-effect");
    assertThat(Written.rules(publicField(LogicalType.STRING), padded(TokenScheme.DETERMINISTIC)))
        .isEmpty();
  }

  private static Treatment padded(TokenScheme scheme) {
    return new Treatment.Tokenize(
        scheme, TokenScope.AGREEMENT, null, 16, false, null, null, 0, 0, null);
  }

  @ParameterizedTest
  @CsvSource({
    "16, 10, , , true",
    "16, 11, , , false",
    "16, 9, , luhn, true",
    "16, 10, , luhn, false",
    "5, 0, hex, , true",
    "4, 0, hex, , false",
    "4, 0, alphanumeric, , true",
    "20, 0, ab, , true",
    "19, 0, ab, , false",
    ", 10, , , true",
    ", 11, , , false"
  })
  void formatPreserving_leavesAMillionValues(
      @Nullable Integer minLength,
      int kept,
      @Nullable String alphabet,
      @Nullable String check,
      boolean enough) {
    Treatment token =
        new Treatment.Tokenize(
            TokenScheme.FORMAT_PRESERVING,
            TokenScope.AGREEMENT,
            null,
            null,
            false,
            null,
            alphabet,
            0,
            kept,
            check);
    Property field =
        Written.field(
            "f", LogicalType.STRING, PrivacyRole.IDENTIFIER, false, minLength, List.of(), null);
    assertThat(Written.rules(field, token))
        .isEqualTo(enough ? List.of() : List.of("format-preserving-domain"));
  }

  @Test
  void luhnDigit_isOfTheDigitsInTheirOrder_andLargeAlphabetsAreRefused() {
    assertThat(Written.rules(card(), alphabet("9876543210", "luhn")))
        .containsExactly("setting-without-effect");
    assertThat(Written.rules(card(), alphabet("0123456789", "luhn"))).isEmpty();
    assertThat(Written.rules(card(), alphabet("0\ud800", null))).contains("token-alphabet");
    String large =
        IntStream.range(0x10000, 0x20000).mapToObj(Character::toString).collect(joining());
    assertThat(Written.rules(card(), alphabet(large, null))).containsExactly("token-alphabet");
    assertThat(Written.rules(card(), alphabet(large.substring(2), null))).isEmpty();
  }

  private static Property card() {
    return Written.field(
        "f", LogicalType.STRING, PrivacyRole.IDENTIFIER, false, 24, List.of(), null);
  }

  private static Treatment alphabet(String alphabet, @Nullable String check) {
    return new Treatment.Tokenize(
        TokenScheme.FORMAT_PRESERVING,
        TokenScope.AGREEMENT,
        null,
        null,
        false,
        null,
        alphabet,
        0,
        0,
        check);
  }

  @Test
  void constant_isOfTheFieldsType() {
    assertThat(Written.rules(publicField(LogicalType.DATE), new Treatment.Redact("2026-01-01")))
        .isEmpty();
    assertThat(Written.rules(publicField(LogicalType.DATE), new Treatment.Redact("never")))
        .containsExactly("type-treatment");
    assertThat(Written.rules(publicField(LogicalType.INTEGER), new Treatment.Redact("0")))
        .containsExactly("type-treatment");
  }

  @Test
  void fieldWithoutRole_cannotBeNamed() {
    assertThat(
            Written.rules(Written.leaf("f", LogicalType.STRING, null), new Treatment.Truncate(1)))
        .containsExactly("field-without-role");
    assertThat(
            Written.rules(Written.leaf("f", LogicalType.STRING, null), new Treatment.Redact(null)))
        .containsExactly("field-without-role");
  }

  @Test
  void fieldWithoutRole_mayBeDropped() {
    assertThat(Written.rules(Written.leaf("f", LogicalType.STRING, null), new Treatment.Drop()))
        .isEmpty();
  }

  @Test
  void containers_areNamedByWhatIsInThem() {
    Property tag = Written.leaf("tag", LogicalType.STRING, null);
    Property tags =
        Written.field("f", LogicalType.ARRAY, PrivacyRole.PUBLIC, false, null, List.of(), tag);
    Property object =
        Written.field(
            "f",
            LogicalType.OBJECT,
            null,
            false,
            null,
            List.of(Written.leaf("zip", LogicalType.STRING, PrivacyRole.PUBLIC)),
            null);
    assertThat(Written.rules(tags, new Treatment.Keep())).isEmpty();
    assertThat(Written.rules(tags, new Treatment.Truncate(1))).containsExactly("field-not-a-leaf");
    assertThat(Written.rules(object, new Treatment.Keep())).containsExactly("field-not-a-leaf");
    assertThat(Written.rules(object, new Treatment.Drop())).isEmpty();
  }

  @Test
  void fieldAndItsItems_areNotBothNamed() {
    Property tag = Written.leaf("tag", LogicalType.STRING, null);
    Property tags =
        Written.field("tags", LogicalType.ARRAY, PrivacyRole.PUBLIC, false, null, List.of(), tag);
    Map<FieldPath, Treatment> fields =
        Map.of(
            FieldPath.of("tags"), new Treatment.Keep(),
            FieldPath.parse("tags[]"), new Treatment.Truncate(1));
    assertThat(
            Written.rules(
                Written.files(
                    Written.product(tags),
                    Written.agreement("acme", Written.records("acme.v1", fields)))))
        .containsExactly("field-overlap");
  }

  @Test
  void shift_needsASubject() {
    assertThat(
            Written.rules(
                Written.files(
                    Written.product(publicField(LogicalType.DATE)),
                    Written.agreement(
                        "acme",
                        Written.records(
                            "acme.v1", Map.of(FieldPath.of("f"), new Treatment.Shift(3)))))))
        .containsExactly("subject-missing");
  }

  @ParameterizedTest
  @CsvSource({
    "'a;x\nb;y', true",
    "'a,x\na,y', false",
    "'a,x\nb', false",
    "'', false",
    "'\"a,x', false"
  })
  void table_hasTwoColumnsAndEachValueOnce(String text, boolean good, @TempDir Path directory)
      throws IOException {
    Path table = Files.writeString(directory.resolve("t.csv"), text);
    assertThat(
            Written.rules(
                publicField(LogicalType.STRING), new Treatment.Replace(table.toString(), null)))
        .isEqualTo(good ? List.of() : List.of("replace-table"));
  }

  @Test
  void table_mustBeThere() {
    assertThat(
            Written.rules(
                publicField(LogicalType.STRING), new Treatment.Replace("nowhere.csv", null)))
        .containsExactly("replace-table");
  }
}
