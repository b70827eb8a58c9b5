package dev.weir.operators.stage;

import static dev.weir.operators.stage.TestPlans.key;
import static dev.weir.operators.stage.TreatHarness.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.plan.ProductPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * State that former builds have written must be read for ever. When the state of treat changes,
 * raise {@link TreatFunction#STATE_VERSION}, write its file once with {@code
 * -Dweir.write-state=true}, add its number below, and never touch the older files.
 */
class StateFilesTest {

  private static final Path FILES = Path.of("src/test/resources/state");
  private static final String FINGERPRINT_IN_V1 = "cb7d55387d5fe771";

  private static final ProductPlan PRODUCT =
      TestPlans.product(TestPlans.release("acme", key("acme", "deterministic")));

  @Test
  void currentVersion_hasAFile() {
    assertThat(file(TreatFunction.STATE_VERSION)).exists();
  }

  @ParameterizedTest
  @ValueSource(ints = 1)
  void everyVersion_isRead(int version, @TempDir Path other) throws Exception {
    OperatorSubtaskState state = OperatorSnapshotUtil.readStateHandle(file(version).toString());
    // Of another key: the state must say which key it was made with.
    assertThatThrownBy(() -> restore(TestKeys.in(other, "acme"), state))
        .cause()
        .hasMessageContaining("acme/deterministic")
        .hasMessageContaining("then " + FINGERPRINT_IN_V1);
  }

  private static void restore(KeySource keys, OperatorSubtaskState state) throws Exception {
    TreatHarness.restore(PRODUCT, settings(keys), 1, 0, state).close();
  }

  @Test
  @EnabledIfSystemProperty(named = "weir.write-state", matches = "true")
  void writeTheFileOfTheCurrentVersion(@TempDir Path directory) throws Exception {
    KeySource keys = TestKeys.in(directory, "acme");
    assertThat(file(TreatFunction.STATE_VERSION)).doesNotExist();
    Files.createDirectories(FILES);
    try (TreatHarness harness = TreatHarness.open(PRODUCT, settings(keys))) {
      OperatorSnapshotUtil.writeStateHandle(
          harness.flink.snapshot(1, 1), file(TreatFunction.STATE_VERSION).toString());
    }
  }

  private static Path file(int version) {
    return FILES.resolve("treat-v" + version);
  }
}
