package dev.weir.operators.progress;

import static dev.weir.operators.progress.Progress.OUT;
import static dev.weir.operators.progress.Progress.SOURCE;
import static dev.weir.operators.progress.Progress.released;
import static dev.weir.operators.progress.Progress.settings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.state.ProgressState;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * State that former builds have written must be read for ever. When the state changes, raise {@link
 * ProgressOperator#STATE_VERSION}, write its file once with {@code -Dweir.write-state=true}, add
 * its number below, and never touch the older files.
 */
class ProgressStateFilesTest {

  private static final Path FILES = Path.of("src/test/resources/state");

  @Test
  void currentVersion_hasAFile() {
    assertThat(file(ProgressOperator.STATE_VERSION)).exists();
  }

  @ParameterizedTest
  @ValueSource(ints = 1)
  void everyVersion_isRead(int version) throws Exception {
    OperatorSubtaskState state = OperatorSnapshotUtil.readStateHandle(file(version).toString());
    ProgressState saved =
        new ProgressState(
            "run-1",
            1,
            7,
            0,
            1,
            new TreeMap<>(Map.of(OUT, 2L, Progress.DEAD, 0L)),
            new TreeMap<>(Map.of(SOURCE, new TreeMap<>(Map.of(0, 5L, 3, 4L)))));
    ProgressSettings next = settings("b", gateway -> released(saved), null);
    try (ProgressHarness harness = ProgressHarness.restore(next, 1, 0, state)) {
      harness.checkpoint(8);
      assertThat(harness.told().released()).isEqualTo(saved.released());
      assertThat(harness.told().positions()).isEqualTo(saved.positions());
    }
  }

  @Test
  @EnabledIfSystemProperty(named = "weir.write-state", matches = "true")
  void writeTheFileOfTheCurrentVersion() throws Exception {
    assertThat(file(ProgressOperator.STATE_VERSION)).doesNotExist();
    ProgressSettings settings = settings("run-1", gateway -> Released.nothing(), null);
    try (ProgressHarness harness = ProgressHarness.open(settings)) {
      harness.release(OUT, 0, 5);
      harness.release(OUT, 3, 4);
      OperatorSnapshotUtil.writeStateHandle(
          harness.checkpoint(7), file(ProgressOperator.STATE_VERSION).toString());
    }
  }

  private static Path file(int version) {
    return FILES.resolve("progress-v" + version);
  }
}
