package dev.weir.operators.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.plan.Generalization;
import dev.weir.plan.Output;
import dev.weir.plan.Step;
import dev.weir.privacy.generalize.Space;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places are on Earth. */
class CoordinatesTest {

  private static final FieldPath HOME = FieldPath.of("home");

  private static Coordinates<String> places() {
    Generalization to = new Generalization.Place(new BigDecimal("0.01"));
    Output.Leaf leaf =
        new Output.Leaf(HOME, LogicalType.OBJECT, LogicalType.OBJECT, new Step.Generalize(to));
    QuasiIdentifier field = new QuasiIdentifier(leaf, to, Fields.of(leaf, to), 0);
    CohortSpace space =
        new CohortSpace(
            new Space(List.of(field.field())),
            List.of(field),
            RegionCuts.of(List.of(), List.of(field)));
    return new Coordinates<>(
        space,
        path -> path.segments().get(1).name(),
        (axis, leafName) -> PointCodes.of(axis, LogicalType.NUMBER, null));
  }

  private record Event(Map<String, String> values) implements Coordinates.Source<String> {
    @Override
    public boolean isMissing(String leaf) {
      return false;
    }

    @Override
    public @Nullable Reason code(String leaf, PointCode code, long[] codes, int at) {
      byte[] text = values.getOrDefault(leaf, "").getBytes(StandardCharsets.UTF_8);
      return code.code(text, 0, text.length, codes, at);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "90, 180, true",
    "-90, -180, true",
    "52.5, 13.4, true",
    "90.01, 0, false",
    "-91, 0, false",
    "0, 180.02, false",
    "0, -1e9, false"
  })
  void placesThatAreNone_areOutOfRange(String lat, String lon, boolean isThere) {
    Rejection rejection = places().read(new Event(Map.of("lat", lat, "lon", lon)), new long[2]);
    assertThat(rejection).isEqualTo(isThere ? null : new Rejection(Reason.OUT_OF_RANGE, HOME));
  }
}
