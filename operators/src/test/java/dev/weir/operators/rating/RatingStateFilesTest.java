package dev.weir.operators.rating;

import static dev.weir.operators.rating.RatingHarness.ACME;
import static dev.weir.operators.rating.RatingHarness.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * State that former builds have written must be read for ever. When the state changes, raise {@link
 * RatingOperator#STATE_VERSION}, write its file once with {@code -Dweir.write-state=true}, add its
 * number below, and never touch the older files.
 */
class RatingStateFilesTest {

  private static final Path FILES = Path.of("src/test/resources/state");
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  @Test
  void currentVersion_hasAFile() {
    assertThat(file(RatingOperator.STATE_VERSION)).exists();
  }

  @ParameterizedTest
  @ValueSource(ints = 1)
  void everyVersion_isRead(int version) throws Exception {
    OperatorSubtaskState state = OperatorSnapshotUtil.readStateHandle(file(version).toString());
    try (RatingHarness rating = RatingHarness.open(NOW, state)) {
      rating.read(event(ACME, "2026-11-03T08:00:00Z", 10_000, "0"));
      rating.read(event(ACME, "2026-11-03T08:00:00Z", 500, "1"));
      rating.checkpoint(8);
      assertThat(rating.lines()).containsExactly("2026-11/3 RECORDS 0.500 0.20 EUR");
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "weir.write-state", matches = "true")
  void writeTheFileOfTheCurrentVersion() throws Exception {
    assertThat(file(RatingOperator.STATE_VERSION)).doesNotExist();
    try (RatingHarness rating = RatingHarness.open(NOW, null)) {
      rating.read(event(ACME, "2026-11-03T08:00:00Z", 10_000, "0"));
      OperatorSnapshotUtil.writeStateHandle(
          rating.checkpoint(7), file(RatingOperator.STATE_VERSION).toString());
    }
  }

  private static Path file(int version) {
    return FILES.resolve("rating-v" + version);
  }
}
