package dev.weir.operators.treat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TimeUnit;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.plan.Step;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.NewKeyset;
import dev.weir.tokenization.PartnerKeys;
import dev.weir.tokenization.keys.KeyEntry;
import dev.weir.tokenization.keys.KeyProvider;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which step changes which type: the language's section 3. */
class TextTreatmentsTest {

  @Test
  void stepsThatChangeNoValueOfAType_areRefused() {
    refused(new Step.Keep(), LogicalType.STRING);
    refused(new Step.Redact("null"), LogicalType.STRING);
    refused(new Step.Mask(1, 0, "*", null), LogicalType.INTEGER);
    refused(new Step.Truncate(1), LogicalType.NUMBER);
    refused(new Step.Round(TimeUnit.DAY, null), LogicalType.STRING);
    refused(new Step.Round(TimeUnit.HOUR, null), LogicalType.TIME);
    refused(new Step.Bucket(BigDecimal.TEN), LogicalType.STRING);
    refused(new Step.Replace("t", "0", Map.of(), null), LogicalType.NUMBER);
    refused(formatted("0123456789"), LogicalType.INTEGER);
    refused(tokenize(), LogicalType.NUMBER);
    refused(tokenize(), LogicalType.BOOLEAN);
    refused(tokenize(), LogicalType.OBJECT);
  }

  @Test
  void integers_areBucketedToo() {
    TextTreatment bucket = Treating.compile(new Step.Bucket(BigDecimal.TEN), LogicalType.INTEGER);
    assertThat(Treating.apply(bucket, "-1")).isEqualTo("-10");
  }

  @Test
  void formatPreservingTokens_areOfPartnersKeys_andSayWhyThereIsNone() {
    PartnerKeys keys =
        PartnerKeys.of(
            "acme", Map.of(KeyUse.FORMAT_PRESERVING, NewKeyset.of(KeyUse.FORMAT_PRESERVING)));
    TextTreatment cards =
        TextTreatments.compile(
            formatted("0123456789"), LogicalType.STRING, new PartnerTokenKeys(only(keys)));
    assertThat(Treating.apply(cards, "4539 5787 6362 1486")).matches("(\\d{4} ){3}1486");
    assertThat(Treating.apply(cards, "4539 5787 6362 1487")).isEqualTo("CHECK_DIGIT");
    assertThat(Treating.apply(cards, "4539_5787_6362_1486")).isEqualTo("NOT_IN_ALPHABET");
    assertThat(Treating.apply(cards, "1486")).isEqualTo("NOT_IN_ALPHABET");
    assertThat(Treating.apply(cards, "0".repeat(2_000))).isEqualTo("OUT_OF_RANGE");
  }

  private static KeyProvider only(PartnerKeys keys) {
    return new KeyProvider() {
      @Override
      public PartnerKeys partner(String partner) {
        return keys;
      }

      @Override
      public List<KeyEntry> list() {
        return List.of();
      }
    };
  }

  private static Step formatted(String alphabet) {
    return new Step.Tokenize(
        TokenScheme.FORMAT_PRESERVING,
        new Step.KeyRef("acme", "format-preserving"),
        new Step.TokenContext("format-preserving", "agreement:a", "p/f"),
        null,
        new Step.TokenFormat(alphabet, 0, 4, true));
  }

  private static Step tokenize() {
    return new Step.Tokenize(
        TokenScheme.DETERMINISTIC,
        new Step.KeyRef("acme", "deterministic"),
        new Step.TokenContext("deterministic", "agreement:a", "p/f"),
        null);
  }

  private static void refused(Step step, LogicalType type) {
    assertThatThrownBy(() -> Treating.compile(step, type))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("changes no value of type " + type.word());
  }
}
