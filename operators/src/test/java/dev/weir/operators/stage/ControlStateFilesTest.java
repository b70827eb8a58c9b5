package dev.weir.operators.stage;

import static dev.weir.operators.stage.TestPlans.key;
import static dev.weir.operators.stage.TreatHarness.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.operators.control.MemoryLog;
import dev.weir.plan.ProductPlan;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.control.Command;
import dev.weir.tokenization.keys.KeyName;
import java.nio.file.Path;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.util.OperatorSnapshotUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * State under commands that former builds have written must be read for ever: as {@link
 * StateFilesTest}. The file holds one command, which has disabled a key that no keyset has.
 */
class ControlStateFilesTest {

  private static final Path FILES = Path.of("src/test/resources/state");
  private static final int CURRENT = 1;
  private static final KeyName DISABLED = new KeyName("acme", KeyUse.DETERMINISTIC, 4711);
  private static final ProductPlan PRODUCT =
      TestPlans.product(TestPlans.release("acme", key("acme", "deterministic")));

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @Test
  void currentVersion_hasAFile() {
    assertThat(file(CURRENT)).exists();
  }

  @ParameterizedTest
  @ValueSource(ints = 1)
  void everyVersion_saysHowFarTheLogWasObeyed(int version) throws Exception {
    OperatorSubtaskState state = OperatorSnapshotUtil.readStateHandle(file(version).toString());
    TreatSettings shorterLog =
        settings(TestKeys.in(directory, "acme"), MemoryLog.create().settings());
    assertThatThrownBy(() -> restore(shorterLog, state))
        .hasStackTraceContaining("the control log ends before offset 1");
  }

  @ParameterizedTest
  @ValueSource(ints = 1)
  void everyVersion_isRefusedWithoutCommands(int version) throws Exception {
    OperatorSubtaskState state = OperatorSnapshotUtil.readStateHandle(file(version).toString());
    assertThatThrownBy(() -> restore(settings(TestKeys.in(directory, "acme")), state))
        .hasStackTraceContaining("the job's state was made under commands");
  }

  private static void restore(TreatSettings settings, OperatorSubtaskState state) throws Exception {
    TreatHarness.restore(PRODUCT, settings, 1, 0, state).close();
  }

  @Test
  @EnabledIfSystemProperty(named = "weir.write-state", matches = "true")
  void writeTheFileOfTheCurrentVersion() throws Exception {
    assertThat(file(CURRENT)).doesNotExist();
    MemoryLog log = MemoryLog.create();
    log.send(new Command.KeyDisable(DISABLED));
    TreatSettings settings = settings(TestKeys.in(directory, "acme"), log.settings());
    try (TreatHarness harness = TreatHarness.open(PRODUCT, settings)) {
      OperatorSnapshotUtil.writeStateHandle(harness.checkpoint(1), file(CURRENT).toString());
    }
  }

  private static Path file(int version) {
    return FILES.resolve("control-v" + version);
  }
}
