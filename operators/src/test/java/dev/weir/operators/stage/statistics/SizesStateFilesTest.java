package dev.weir.operators.stage.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.stage.statistics.StatisticsHarness.Given;
import dev.weir.operators.stage.statistics.StatisticsHarness.State;
import dev.weir.plan.StatisticsPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * State of windows of several sizes that a former build has written: of the form that windows of
 * one size have, by names of its own. It holds a pair of hours of which one has been drawn.
 */
@WithOpenDp
class SizesStateFilesTest {

  private static final Path FILES = Path.of("src/test/resources/state");

  private static StatisticsPlan plan() {
    return StatisticsPlans.statistics(
        StatisticsPlans.hoursAnd("PT2H"),
        StatisticsPlans.shops("a"),
        new StatisticsPlan.Bounds(3, 1, 4),
        "1000000",
        "terms");
  }

  private static Given sizes() {
    return Given.of(StatisticsPlans.release(plan()));
  }

  private static Given sums() {
    return Given.of(StatisticsPlans.release(StatisticsPlans.consistent(plan())));
  }

  private static void theHourThatIsLeft(StatisticsHarness harness) throws Exception {
    threeRecords(harness, 70);
    harness.passTo(2 * 60 + 5);
    harness.checkpoint(11);
    assertThat(harness.windows())
        .as("the hour that waited, the one that was left, and both")
        .containsExactly("2026-03-01T00:00:00Z", "2026-03-01T01:00:00Z");
    assertThat(harness.json()).hasSize(3);
    assertThat(harness.json().get(2).at("/measures/payments/value").asDouble())
        .as("three of each hour, and next to no noise")
        .isBetween(5.0, 7.0);
  }

  private static void threeRecords(StatisticsHarness harness, long minute) throws Exception {
    for (int record = 0; record < 3; record++) {
      harness.spend(3, "a", 500, minute + record);
    }
  }

  @Test
  void windowsOfSeveralSizes_goOn() throws Exception {
    try (StatisticsHarness harness = new StatisticsHarness(sizes(), state("sizes"))) {
      theHourThatIsLeft(harness);
      long people =
          harness.partials().stream()
              .filter(sums -> sums.release().endsWith(" PT2H"))
              .mapToLong(sums -> sums.cells()[1])
              .sum();
      assertThat(people).as("counted in it before").isZero();
    }
  }

  @Test
  void sumsOfWhatWasShown_goOn() throws Exception {
    try (StatisticsHarness harness = new StatisticsHarness(sums(), state("sums"))) {
      theHourThatIsLeft(harness);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "weir.write-state", matches = "sizes")
  void writeTheFiles() throws Exception {
    write(sizes(), "sizes");
    write(sums(), "sums");
  }

  private static void write(Given given, String what) throws Exception {
    try (StatisticsHarness harness = new StatisticsHarness(given, null)) {
      threeRecords(harness, 10);
      harness.passTo(65);
      State state = harness.barrier(10);
      assertThat(Arrays.asList(file("bounds", what), file("statistics", what)))
          .allSatisfy(file -> assertThat(file).doesNotExist());
      OperatorSnapshotUtil.writeStateHandle(state.bounds(), file("bounds", what).toString());
      OperatorSnapshotUtil.writeStateHandle(state.draws(), file("statistics", what).toString());
    }
  }

  private static State state(String what) throws IOException, ClassNotFoundException {
    return new State(
        OperatorSnapshotUtil.readStateHandle(file("bounds", what).toString()),
        OperatorSnapshotUtil.readStateHandle(file("statistics", what).toString()));
  }

  private static Path file(String operator, String what) {
    return FILES.resolve(operator + "-v1-" + what);
  }
}
