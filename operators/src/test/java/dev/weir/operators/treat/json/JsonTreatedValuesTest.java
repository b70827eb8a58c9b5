package dev.weir.operators.treat.json;

import static dev.weir.config.LogicalType.DATE;
import static dev.weir.config.LogicalType.INTEGER;
import static dev.weir.config.LogicalType.NUMBER;
import static dev.weir.config.LogicalType.STRING;
import static dev.weir.config.LogicalType.TIMESTAMP;
import static dev.weir.operators.treat.json.JsonTreating.one;
import static dev.weir.operators.treat.json.JsonTreating.treated;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.FieldPath;
import dev.weir.config.agreement.TimeUnit;
import dev.weir.plan.Output;
import dev.weir.plan.Shape;
import dev.weir.plan.Step;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What treatments make of values. */
class JsonTreatedValuesTest {

  @Test
  void treatedText_isTheStringsOwn_whateverItsEscapes() {
    Step mask = new Step.Mask(1, 1, "*", null);
    assertThat(one(STRING, mask, "\"abcd\"")).isEqualTo("\"a**d\"");
    assertThat(one(STRING, mask, "\"\\u0061b\\u0063\\u0064\"")).isEqualTo("\"a**d\"");
    assertThat(one(STRING, mask, "\"\\\"b\\n\\\\\"")).isEqualTo("\"\\\"**\\\\\"");
    assertThat(one(STRING, mask, "\"\\ud83d\\ude00bc\u00e9\""))
        .isEqualTo("\"\ud83d\ude00**\u00e9\"");
    assertThat(one(STRING, new Step.Truncate(2), "\"\\tb\\u000ac\"")).isEqualTo("\"\\u0009b\"");
    assertThat(one(STRING, new Step.Truncate(2), "\"ab\"")).isEqualTo("\"\"");
    assertThat(one(STRING, new Step.Mask(0, 0, "\"", 2), "\"ab\"")).isEqualTo("\"\\\"\\\"\"");
  }

  @Test
  void numbersStayNumbers_andRoundedTimesAreStrings() {
    assertThat(one(NUMBER, new Step.Bucket(new BigDecimal("0.5")), "12.74")).isEqualTo("12.5");
    assertThat(one(INTEGER, new Step.Bucket(BigDecimal.TEN), "-1")).isEqualTo("-10");
    assertThat(one(INTEGER, new Step.Bucket(BigDecimal.TEN), "-0")).isEqualTo("0");
    assertThat(one(DATE, new Step.Round(TimeUnit.YEAR, null), "\"1946-07-15\""))
        .isEqualTo("\"1946\"");
    assertThat(
            one(
                TIMESTAMP,
                new Step.Round(TimeUnit.HOUR, null),
                "\"2026-03-01T09:30:00\\u002b01:00\""))
        .isEqualTo("\"2026-03-01T08:00:00Z\"");
  }

  @Test
  void redact_writesItsConstant_butNotForNullOrAbsent() {
    assertThat(one(STRING, new Step.Redact("null"), "\"x\"")).isEqualTo("null");
    assertThat(one(STRING, new Step.Redact(" \"hid\\u0064en\" "), "\"x\""))
        .isEqualTo("\"hid\\u0064en\"");
    assertThat(one(NUMBER, new Step.Redact("0.50"), "1")).isEqualTo("0.50");
    assertThat(one(STRING, new Step.Redact("\"x\""), "null")).isEqualTo("null");
    assertThat(treated(one(STRING, new Step.Redact("\"x\"")), "{}")).isEqualTo("{}");
  }

  @Test
  void itemsOfAnArray_areTreatedOneByOne() {
    JsonPlans plan =
        JsonPlans.record()
            .array("tags", STRING, new Step.Truncate(1))
            .objects(
                "items", item -> item.field("p", NUMBER, false, new Step.Bucket(BigDecimal.TEN)));
    assertThat(
            treated(
                plan,
                "{\"tags\":[\"ab\",null,\"\\u0063d\"],\"items\":[{\"p\":19},{\"p\":null},{\"p\":5}]}"))
        .isEqualTo("{\"tags\":[\"a\",null,\"c\"],\"items\":[{\"p\":10},{\"p\":null},{\"p\":0}]}");
  }

  @Test
  void replace_findsTheTextThatIsSaid() {
    Step.Replace table =
        new Step.Replace("t.csv", "0", Map.of("DE", "\"G\"", "0", "zero"), "other");
    assertThat(one(STRING, table, "\"\\u0044E\"")).isEqualTo("\"\\\"G\\\"\"");
    assertThat(one(STRING, table, "\"\"")).isEqualTo("\"other\"");
    assertThat(one(INTEGER, table, "-0")).isEqualTo("\"zero\"");
  }

  @Test
  void tableOfIntegers_givesIntegers() {
    Step.Replace table = new Step.Replace("t.csv", "0", Map.of("7", "12"), "-1");
    JsonPlans plan = integers(table);
    assertThat(treated(plan, "{\"f\":7}")).isEqualTo("{\"f\":12}");
    assertThat(treated(plan, "{\"f\":8}")).isEqualTo("{\"f\":-1}");
    for (String bad : new String[] {"x", "1.0", "01", "", "1,\"a\":2"}) {
      assertThatThrownBy(
              () -> treated(integers(new Step.Replace("t.csv", "0", Map.of("7", bad), null)), "{}"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("t.csv");
      assertThatThrownBy(
              () -> treated(integers(new Step.Replace("t.csv", "0", Map.of(), bad)), "{}"))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static JsonPlans integers(Step.Replace table) {
    Output leaf = new Output.Leaf(FieldPath.of("f"), INTEGER, INTEGER, table);
    return JsonPlans.record().any("f", new Shape.Leaf(INTEGER, null), leaf);
  }
}
