package dev.weir.operators.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.plan.CohortPlan.Cut;
import dev.weir.plan.Generalization;
import dev.weir.plan.Output;
import dev.weir.plan.Step;
import dev.weir.privacy.cluster.Regions;
import dev.weir.privacy.generalize.Axis;
import dev.weir.privacy.generalize.Codes;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each kind of field, cut, by which part its values are in. */
class RegionCutsTest {

  private static final String TRADES = "a;x;*\nb;x;*\nc;y;*\nd;y;*\ne;z;*\n";

  private static QuasiIdentifier field(LogicalType type, Generalization to, int axis) {
    Output.Leaf leaf =
        new Output.Leaf(FieldPath.of("f" + axis), type, type, new Step.Generalize(to));
    return new QuasiIdentifier(leaf, to, Fields.of(leaf, to), axis);
  }

  /** The parts of values of one field that is cut there. */
  private static List<Integer> parts(
      LogicalType type, Generalization to, List<String> at, String... values) {
    QuasiIdentifier field = field(type, to, 0);
    Regions regions = RegionCuts.of(List.of(new Cut(FieldPath.of("f0"), at)), List.of(field));
    assertThat(regions.count()).isEqualTo(at.size() + 1);
    PointCode code = PointCodes.of(field.field().axes().get(0), type, null);
    return List.of(values).stream()
        .map(
            value -> {
              byte[] text = value.getBytes(StandardCharsets.UTF_8);
              long[] codes = new long[1];
              assertThat(code.code(text, 0, text.length, codes, 0)).isNull();
              return regions.region(Codes.of(codes));
            })
        .toList();
  }

  @Test
  void numbers_areCutAtTheCellThatHoldsTheValue() {
    assertThat(
            parts(
                LogicalType.INTEGER,
                new Generalization.Integers(10),
                List.of("65", "20"),
                "-5",
                "19",
                "20",
                "59",
                "60",
                "99"))
        .containsExactly(0, 0, 1, 1, 2, 2);
    assertThat(
            parts(
                LogicalType.NUMBER,
                new Generalization.Numbers(new BigDecimal("0.5")),
                List.of("1.5", "999999999999999999"),
                "1.49",
                "1.5",
                "1e9"))
        .containsExactly(0, 1, 1);
  }

  @Test
  void times_areCutAtDaysAndInstants() {
    assertThat(
            parts(
                LogicalType.DATE,
                new Generalization.Days("P1Y"),
                List.of("1980-06-30"),
                "1979-12-31",
                "1980-01-01"))
        .containsExactly(0, 1);
    assertThat(
            parts(
                LogicalType.TIMESTAMP,
                new Generalization.Days("P1M"),
                List.of("2026-02-01"),
                "2026-01-31T23:59:59Z",
                "2026-02-01T00:00:00Z"))
        .containsExactly(0, 1);
    assertThat(
            parts(
                LogicalType.TIMESTAMP,
                new Generalization.Instants("PT1H"),
                List.of("2026-02-01T12:00:00Z"),
                "2026-02-01T11:59:59Z",
                "2026-02-01T12:00:00Z"))
        .containsExactly(0, 1);
  }

  @Test
  void texts_areCutAtPrefixesAndLabels() {
    assertThat(
            parts(
                LogicalType.STRING,
                new Generalization.Prefix(5),
                List.of("3", "62"),
                "29999",
                "3",
                "61999",
                "62",
                "A1"))
        .containsExactly(0, 1, 1, 2, 2);
    assertThat(
            parts(
                LogicalType.STRING,
                new Generalization.Hierarchy("t.csv", "0", TRADES),
                List.of("y", "a"),
                "a",
                "b",
                "c",
                "d",
                "e"))
        .containsExactly(2, 0, 1, 1, 0);
  }

  @Test
  void severalFields_multiply_andWhatIsMissingIsInTheFirstPart() {
    List<QuasiIdentifier> fields =
        List.of(
            field(LogicalType.INTEGER, new Generalization.Integers(1), 0),
            field(LogicalType.STRING, new Generalization.Hierarchy("t.csv", "0", TRADES), 1));
    Regions regions =
        RegionCuts.of(
            List.of(
                new Cut(FieldPath.of("f1"), List.of("x", "y")),
                new Cut(FieldPath.of("f0"), List.of("50"))),
            fields);
    assertThat(regions.count()).isEqualTo(6);
    assertThat(regions.region(Codes.of(70, 4))).isEqualTo(1);
    assertThat(regions.region(Codes.of(70, 0))).isEqualTo(3);
    assertThat(regions.region(Codes.of(Axis.MISSING, 2))).isEqualTo(4);
    assertThat(regions.region(Codes.of(Axis.MISSING, Axis.MISSING))).isZero();
  }

  @Test
  void fieldOrLabelThatIsNotThere_isRefused() {
    QuasiIdentifier trade =
        field(LogicalType.STRING, new Generalization.Hierarchy("t.csv", "0", TRADES), 0);
    for (Cut cut :
        List.of(
            new Cut(FieldPath.of("f0"), List.of("w")), new Cut(FieldPath.of("f9"), List.of("x")))) {
      assertThatThrownBy(() -> RegionCuts.of(List.of(cut), List.of(trade)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(cut.field().toString());
    }
  }
}
