package dev.weir.operators.treat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.LogicalType;
import dev.weir.config.agreement.TimeUnit;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.plan.Step;
import java.math.BigDecimal;
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
    refused(tokenize(), LogicalType.NUMBER);
    refused(tokenize(), LogicalType.BOOLEAN);
    refused(tokenize(), LogicalType.OBJECT);
  }

  @Test
  void integers_areBucketedToo() {
    TextTreatment bucket = Treating.compile(new Step.Bucket(BigDecimal.TEN), LogicalType.INTEGER);
    assertThat(Treating.apply(bucket, "-1")).isEqualTo("-10");
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
