package dev.weir.operators.treat.json;

import static dev.weir.config.LogicalType.BOOLEAN;
import static dev.weir.config.LogicalType.DATE;
import static dev.weir.config.LogicalType.INTEGER;
import static dev.weir.config.LogicalType.NUMBER;
import static dev.weir.config.LogicalType.STRING;
import static dev.weir.config.LogicalType.TIME;
import static dev.weir.config.LogicalType.TIMESTAMP;
import static dev.weir.operators.treat.json.JsonTreating.KEEP;
import static dev.weir.operators.treat.json.JsonTreating.one;
import static dev.weir.operators.treat.json.JsonTreating.person;
import static dev.weir.operators.treat.json.JsonTreating.treated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.plan.Output;
import dev.weir.plan.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is kept leaves byte for byte, null as null, absent as absent, nested as it was. */
class JsonKeptValuesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "12.50",
        "0",
        "-0",
        "-0.0",
        "1.0",
        "1e3",
        "1E+03",
        "-1.25e-7",
        "1e400",
        "12345678901234567890",
        "0.1000000000000000055511151231257827",
        "123456789012345678901234567890.00"
      })
  void numbersKeepTheirDigits(String number) {
    assertThat(one(NUMBER, KEEP, number)).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "-0", "-12", "12345678901234567890", "-123456789012345678901234567890"})
  void integersKeepTheirDigits(String integer) {
    assertThat(one(INTEGER, KEEP, integer)).isEqualTo(integer);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"\"",
        "\"P\u00e9ter\"",
        "\"\\u0050\\u00e9ter\"",
        "\"\ud83d\ude00\"",
        "\"\\ud83d\\uDE00\"",
        "\"a\\/b\"",
        "\"a/b\"",
        "\"\\\"\\\\\\b\\f\\n\\r\\t\"",
        "\"\\u0000\"",
        "\"\u2028\u007f\"",
        "\"{\\\"a\\\":1}\"",
        "\"ends in a backslash\\\\\""
      })
  void stringsKeepTheirBytesAndEscapes(String string) {
    assertThat(one(STRING, KEEP, string)).isEqualTo(string);
    assertThat(treated(JsonPlans.record().array("f", STRING, KEEP), "{\"f\":[" + string + "]}"))
        .isEqualTo("{\"f\":[" + string + "]}");
  }

  @Test
  void otherTypesKeepTheirBytes() {
    assertThat(one(BOOLEAN, KEEP, "true")).isEqualTo("true");
    assertThat(one(BOOLEAN, KEEP, "false")).isEqualTo("false");
    assertThat(one(DATE, KEEP, "\"2026-03-0\\u0031\"")).isEqualTo("\"2026-03-0\\u0031\"");
    assertThat(one(TIMESTAMP, KEEP, "\"2026-03-01t09:00:00.1230z\""))
        .isEqualTo("\"2026-03-01t09:00:00.1230z\"");
    assertThat(one(TIME, KEEP, "\"09:00:00.50+01:00\"")).isEqualTo("\"09:00:00.50+01:00\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{}|{}",
        "{\"id\":null}|{\"id\":null}",
        "{\"address\":null,\"tags\":null,\"items\":null}|{\"address\":null,\"tags\":null,\"items\":null}",
        "{\"address\":{}}|{\"address\":{}}",
        "{\"address\":{\"street\":\"SECRET\"}}|{\"address\":{}}",
        "{\"address\":{\"zip\":null,\"geo\":{\"lat\":null}}}|{\"address\":{\"zip\":null,\"geo\":{\"lat\":null}}}",
        "{\"address\":{\"geo\":{}}}|{\"address\":{\"geo\":{}}}",
        "{\"tags\":[],\"items\":[]}|{\"tags\":[],\"items\":[]}",
        "{\"tags\":[null,\"a\",null]}|{\"tags\":[null,\"a\",null]}",
        "{\"items\":[null,{},{\"sku\":null},{\"note\":\"SECRET\"}]}|{\"items\":[null,{},{\"sku\":null},{}]}"
      })
  void nullStaysNull_absentStaysAbsent_nestingStays(String source, String expected) {
    assertThat(treated(person(), source)).isEqualTo(expected);
  }

  @Test
  void arraysInArrays_keepTheirNesting() {
    Shape leaf = new Shape.Leaf(NUMBER, null);
    FieldPath path = FieldPath.parse("m[]");
    Output number = new Output.Leaf(path, NUMBER, NUMBER, KEEP);
    JsonPlans matrix =
        JsonPlans.record()
            .any(
                "m",
                new Shape.Items(new Shape.Items(leaf)),
                new Output.Items(new Output.Items(number)));
    assertThat(treated(matrix, "{\"m\":[[1.0, 2],[],null,[null],[3]]}"))
        .isEqualTo("{\"m\":[[1.0,2],[],null,[null],[3]]}");
  }
}
