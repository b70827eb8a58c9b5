package dev.weir.operators.stage;

import static dev.weir.operators.stage.TestPlans.key;
import static dev.weir.operators.stage.TreatHarness.settings;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.control.MemoryLog;
import dev.weir.operators.record.Origin;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.record.ValueName;
import dev.weir.plan.ProductPlan;
import dev.weir.tokenization.ValueNamer;
import dev.weir.tokenization.control.Command;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may have to wait for a quota says whose it is, wherever subjects can be purged. */
class HeldSubjectsTest {

  private static final ProductPlan PRODUCT =
      TestPlans.product(
          TestPlans.release("acme", key("acme", "deterministic")),
          TestPlans.restrained("globex", key("globex", "deterministic")));

  private final MemoryLog log = MemoryLog.create();
  private final KeySource keys;

  HeldSubjectsTest(@TempDir Path directory) {
    keys = TestKeys.in(directory, "acme", "globex");
  }

  private ValueName name(String subject) {
    ValueNamer namer = keys.open().subjects().namer("card-payments");
    byte[] id = subject.getBytes(UTF_8);
    namer.name(id, 0, id.length);
    return new ValueName(namer.high(), namer.low());
  }

  /** What may have to wait, and word of whom to forget. */
  private static List<Origin> restrained(TreatHarness harness) {
    var side = harness.flink.getSideOutput(Restrained.RECORDS);
    return side == null
        ? List.of()
        : side.stream()
            .map(StreamRecord::getValue)
            .map(OutputRecord::origin)
            .map(Objects::requireNonNull)
            .toList();
  }

  @Test
  void whoIsPurged_isToldToTheQuota_aheadOfTheBarrier() throws Exception {
    try (TreatHarness harness = TreatHarness.open(PRODUCT, settings(keys, log.settings()))) {
      harness.process("erika");
      harness.process("max");
      assertThat(restrained(harness))
          .extracting(Origin::person)
          .containsExactly(name("erika"), name("max"));
      log.send(new Command.PurgeSubject("card-payments", name("max").hex()));
      log.send(new Command.PurgeSubject("another-product", name("erika").hex()));
      harness.agree(log.boundary(MemoryLog.NOW));
      assertThat(restrained(harness)).hasSize(2);
      var unused = harness.checkpoint(1);
      List<Origin> told = restrained(harness);
      assertThat(told).hasSize(3);
      assertThat(told.get(2).isForgetting()).isTrue();
      assertThat(told.get(2).person()).isEqualTo(name("max"));
    }
  }

  @Test
  void whatIsNobodys_saysSo() throws Exception {
    try (TreatHarness harness = TreatHarness.open(PRODUCT, settings(keys, log.settings()))) {
      harness.process("");
      assertThat(restrained(harness)).extracting(Origin::person).containsExactly(Origin.NOBODY);
    }
  }

  /** No purge can come, and so no key is asked to name anybody. */
  @Test
  void withoutCommands_nobodyIsNamed() throws Exception {
    try (TreatHarness harness = TreatHarness.open(PRODUCT, settings(keys))) {
      harness.process("erika");
      assertThat(restrained(harness)).extracting(Origin::person).containsOnlyNulls();
    }
  }
}
