package dev.weir.operators.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** State that former builds have written. */
class CohortStateFilesTest {

  private static final Path FILES = Path.of("src/test/resources/state");

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void everyVersion_isRead(int version) throws Exception {
    OperatorSubtaskState state = OperatorSnapshotUtil.readStateHandle(file(version).toString());
    try (CohortHarness harness = new CohortHarness(state)) {
      harness.passTo(CohortHarness.HOLD + 1);
      assertThat(harness.events()).containsExactly(1L, 2L, 3L);
      harness.offer(5, 2, 34);
      assertThat(harness.events()).as("at home").endsWith(5L);
      harness.offer(6, 5, 61);
      harness.offer(7, 6, 62);
      harness.passTo(4 * CohortHarness.HOLD);
      harness.checkpoint(2);
      assertThat(harness.events()).as("who waited").endsWith(4L, 6L, 7L);
    }
  }

  /**
   * The third is the first that holds rows which wait for their tick, the fourth events' times, the
   * fifth the cohorts of what is decided.
   */
  @ParameterizedTest
  @ValueSource(ints = {3, 4, 5})
  void laterVersions_areRead(int version) throws Exception {
    OperatorSubtaskState state = OperatorSnapshotUtil.readStateHandle(file(version).toString());
    try (CohortHarness harness = CohortPaceTest.paced(state)) {
      harness.passTo(CohortHarness.HOLD + 1);
      harness.passTo(CohortHarness.HOLD + 200);
      assertThat(harness.events()).as("on their tick").containsExactlyInAnyOrder(1L, 2L, 3L);
      harness.offer(5, 2, 34);
      harness.passTo(CohortHarness.HOLD + 500);
      assertThat(harness.events()).as("at home").endsWith(5L);
      harness.passTo(4 * CohortHarness.HOLD);
      assertThat(harness.tally().withheld()).as("who waited").containsEntry("no_crowd", 1L);
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "weir.write-state", matches = "true")
  void writeTheFileOfTheCurrentVersion() throws Exception {
    Path file = file(CohortOperator.STATE_VERSION);
    assertThat(file).doesNotExist();
    try (CohortHarness harness = CohortPaceTest.paced(null)) {
      harness.crowd();
      harness.checkpoint(1);
      harness.offer(4, 4, 60);
      OperatorSnapshotUtil.writeStateHandle(harness.barrier(2), file.toString());
    }
  }

  private static Path file(int version) {
    return FILES.resolve("cohort-v" + version);
  }
}
