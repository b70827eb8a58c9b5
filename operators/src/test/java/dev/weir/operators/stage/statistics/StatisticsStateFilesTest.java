package dev.weir.operators.stage.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.stage.statistics.StatisticsHarness.Given;
import dev.weir.operators.stage.statistics.StatisticsHarness.State;
import dev.weir.plan.StatisticsPlan;
import java.nio.file.Path;
import java.util.List;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** State that former builds have written. */
@WithOpenDp
class StatisticsStateFilesTest {

  private static final Path FILES = Path.of("src/test/resources/state");

  private static Given windows() {
    return Given.of(
        StatisticsPlans.release(
            StatisticsPlans.statistics(
                StatisticsPlans.hours(),
                StatisticsPlans.discoveredShops(),
                new StatisticsPlan.Bounds(3, 2, 2),
                "8",
                "terms")));
  }

  private static Given totals() {
    return Given.of(
        StatisticsPlans.release(
            StatisticsPlans.statistics(
                new StatisticsPlan.Window("PT1H", null, "2026-03-01T00:00:00Z"),
                StatisticsPlans.shops("a"),
                new StatisticsPlan.Bounds(3, 2, 1),
                "8",
                "terms")));
  }

  /** Holds people's bounds, an open window, drawn rows that wait, what is known and charged. */
  @ParameterizedTest
  @ValueSource(ints = 1)
  void everyVersion_isRead(int version) throws Exception {
    try (StatisticsHarness harness = new StatisticsHarness(windows(), state(version, "windows"))) {
      assertThat(harness.json())
          .as("drawn by the build that wrote it")
          .extracting(row -> row.at("/group/shop").asText())
          .containsExactly("large");
      assertThat(harness.charges()).hasSize(1);
      harness.spend(7, "large", 500, 70);
      harness.passTo(2 * 60 + 5);
      harness.checkpoint(11);
      assertThat(harness.tally().aggregated()).as("one that was open, and one more").isEqualTo(2);
      assertThat(harness.windows()).as("the known group is shown again").hasSize(2);
      harness.spend(3, "large", 500, 130);
      harness.spend(3, "large", 500, 190);
      assertThat(harness.tally().bounded()).as("in two windows before").isEqualTo(2);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = 1)
  void totalsOfEveryVersion_goOn(int version) throws Exception {
    try (StatisticsHarness harness = new StatisticsHarness(totals(), state(version, "totals"))) {
      harness.passTo(2 * 60 + 5);
      harness.checkpoint(11);
      assertThat(harness.json())
          .extracting(row -> row.at("/window/to").asText())
          .containsExactly("2026-03-01T01:00:00Z", "2026-03-01T02:00:00Z");
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "weir.write-state", matches = "true")
  void writeTheFilesOfTheCurrentVersion() throws Exception {
    try (StatisticsHarness harness = new StatisticsHarness(windows(), null)) {
      for (int person = 100; person < 2100; person++) {
        harness.spend(person, "large", 500, 10);
      }
      harness.spend(3, "large", 500, 10);
      harness.passTo(65);
      harness.spend(3, "large", 500, 66);
      write(harness.barrier(10), "windows");
    }
    try (StatisticsHarness harness = new StatisticsHarness(totals(), null)) {
      harness.spend(3, "a", 500, 10);
      harness.passTo(65);
      write(harness.barrier(10), "totals");
    }
  }

  private static void write(State state, String what) throws Exception {
    int bounds = BoundingOperator.STATE_VERSION;
    int draws = StatisticsOperator.STATE_VERSION;
    assertThat(List.of(file("bounds", bounds, what), file("statistics", draws, what)))
        .allSatisfy(file -> assertThat(file).doesNotExist());
    OperatorSnapshotUtil.writeStateHandle(state.bounds(), file("bounds", bounds, what).toString());
    OperatorSnapshotUtil.writeStateHandle(
        state.draws(), file("statistics", draws, what).toString());
  }

  private static State state(int version, String what) throws Exception {
    return new State(
        OperatorSnapshotUtil.readStateHandle(file("bounds", version, what).toString()),
        OperatorSnapshotUtil.readStateHandle(file("statistics", version, what).toString()));
  }

  private static Path file(String operator, int version, String what) {
    return FILES.resolve(operator + "-v" + version + "-" + what);
  }
}
