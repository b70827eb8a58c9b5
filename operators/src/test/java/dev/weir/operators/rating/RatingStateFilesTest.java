package dev.weir.operators.rating;

import static dev.weir.operators.rating.RatingHarness.ACME;
import static dev.weir.operators.rating.RatingHarness.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * State that former builds have written must be read for ever. When the state changes, raise {@link
 * RatingOperator#STATE_VERSION} or {@link DueMonths#STATE_VERSION}, write its file once with {@code
 * -Dweir.write-state=true}, add its number below, and never touch the older files.
 */
class RatingStateFilesTest {

  private static final Path FILES = Path.of("src/test/resources/state");
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @Test
  void currentVersions_haveFiles() {
    assertThat(rating(RatingOperator.STATE_VERSION)).exists();
    assertThat(months(DueMonths.STATE_VERSION)).exists();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void everyVersion_isRead(int version) throws Exception {
    try (RatingHarness rating = RatingHarness.open(NOW, saved(version))) {
      rating.read(event(ACME, "2026-11-03T08:00:00Z", 10_000, "0"));
      rating.read(event(ACME, "2026-11-03T08:00:00Z", 500, "1"));
      rating.checkpoint(8);
      assertThat(rating.lines()).containsExactly("2026-11/3 RECORDS 0.500 0.20 EUR");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void everyVersion_knowsSinceWhenMonthsAreOwed(int version) throws Exception {
    Instant later = Instant.parse("2027-01-05T00:00:00Z");
    RatingHarness.Saved after;
    try (RatingHarness rating = RatingHarness.open(later, saved(version))) {
      after = rating.checkpoint(8);
      assertThat(rating.lines())
          .containsExactly("2026-12/1 MONTH 1 500.00 EUR", "2027-01/1 MONTH 1 500.00 EUR");
    }
    try (RatingHarness rating = RatingHarness.open(later, after)) {
      rating.checkpoint(9);
      assertThat(rating.lines()).isEmpty();
    }
  }

  /** At the second start, too, at which the first month of no former build is known any more. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void everyVersion_isRatedAnewAtEachStart_forPricesMayHaveChanged(int version) throws Exception {
    Instant later = Instant.parse("2026-12-05T00:00:00Z");
    RatingHarness.Saved after;
    try (RatingHarness rating = RatingHarness.open(later, saved(version))) {
      after = rating.checkpoint(8);
    }
    try (RatingHarness rating = RatingHarness.open(later, 1, after, "600.00", ACME)) {
      rating.checkpoint(9);
      assertThat(rating.taken().stream().map(line -> line.line().amount().toString()))
          .contains("600.00 EUR")
          .hasSize(4);
    }
  }

  /** Version 1 was of the rating alone. */
  private static RatingHarness.Saved saved(int version) throws Exception {
    return new RatingHarness.Saved(
        version == 1
            ? null
            : OperatorSnapshotUtil.readStateHandle(months(DueMonths.STATE_VERSION).toString()),
        OperatorSnapshotUtil.readStateHandle(rating(version).toString()),
        1);
  }

  @Test
  @EnabledIfSystemProperty(named = "weir.write-state", matches = "true")
  void writeTheFilesOfTheCurrentVersions() throws Exception {
    try (RatingHarness rating = RatingHarness.open(NOW, null)) {
      rating.read(event(ACME, "2026-11-03T08:00:00Z", 10_000, "0"));
      RatingHarness.Saved saved = rating.checkpoint(7);
      write(saved.rating(), rating(RatingOperator.STATE_VERSION));
      write(saved.months(), months(DueMonths.STATE_VERSION));
    }
  }

  private static void write(@Nullable OperatorSubtaskState state, Path file) throws Exception {
    assertThat(file).doesNotExist();
    OperatorSnapshotUtil.writeStateHandle(Objects.requireNonNull(state), file.toString());
  }

  private static Path rating(int version) {
    return FILES.resolve("rating-v" + version);
  }

  private static Path months(int version) {
    return FILES.resolve("months-v" + version);
  }
}
