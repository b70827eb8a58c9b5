package dev.weir.operators.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.operators.record.Reason;
import dev.weir.plan.Generalization;
import dev.weir.plan.Output;
import dev.weir.plan.Step;
import dev.weir.privacy.generalize.Axis;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The outermost values: a cell that holds them and can be written, or none. */
class PointCodesTest {

  private static @Nullable String box(LogicalType type, Generalization to, String value) {
    Output.Leaf leaf = new Output.Leaf(FieldPath.of("f"), type, type, new Step.Generalize(to));
    Axis axis = Fields.of(leaf, to).axes().get(0);
    long[] codes = new long[1];
    byte[] text = value.getBytes(StandardCharsets.UTF_8);
    Reason refused = PointCodes.of(axis, type, null).code(text, 0, text.length, codes, 0);
    if (refused != null) {
      assertThat(refused).isEqualTo(Reason.OUT_OF_RANGE);
      return null;
    }
    assertThat(codes[0]).as("not that of no value").isNotEqualTo(Axis.MISSING);
    return axis.shown(codes[0], codes[0]).toString();
  }

  private static void assertCell(
      LogicalType type, Generalization to, String value, boolean hasACell) {
    assertThat(box(type, to, value) != null).isEqualTo(hasACell);
  }

  @ParameterizedTest
  @CsvSource({
    "-9223372036854775808, 1, false",
    "-9223372036854775808, 10, false",
    "9223372036854775807, 10, false",
    "-4611686018427387903, 10, false",
    "-4611686018427387902, 10, true",
    "4611686018427387902, 10, true",
    "99999999999999999999, 10, false",
    "0, 4611686018427387903, false",
    "0, 4611686018427387902, true"
  })
  void integers(String value, long step, boolean hasACell) {
    assertCell(LogicalType.INTEGER, new Generalization.Integers(step), value, hasACell);
  }

  @ParameterizedTest
  @CsvSource({
    "0000-01-01, P1D, true",
    "9999-12-31, P1D, true",
    "9999-12-31, P10Y, true",
    "9999-12-31, P100Y, false",
    "9969-12-31, P100Y, true",
    "9970-01-01, P100Y, false",
    "0070-01-01, P100Y, true",
    "0069-12-31, P100Y, false",
    "9999-12-31, P7D, false"
  })
  void days_whoseCellsHaveYearsOfFourDigits(String value, String step, boolean hasACell) {
    assertCell(LogicalType.DATE, new Generalization.Days(step), value, hasACell);
    assertThat(box(LogicalType.TIMESTAMP, new Generalization.Days(step), value + "T12:00:00Z"))
        .isEqualTo(box(LogicalType.DATE, new Generalization.Days(step), value));
  }

  @ParameterizedTest
  @CsvSource({
    "9999-12-31T23:59:59Z, PT1H, false",
    "9999-12-31T22:59:59Z, PT1H, true",
    "0000-01-01T00:00:00Z, PT1H, true",
    "0000-01-01T00:00:00Z, PT7H, false"
  })
  void instants_whoseCellsHaveYearsOfFourDigits(String value, String step, boolean hasACell) {
    assertCell(LogicalType.TIMESTAMP, new Generalization.Instants(step), value, hasACell);
  }
}
