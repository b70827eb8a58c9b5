package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

  @Test
  void demo_releasesWhatTheAgreementsSayFromAGatewaysFile() {
    Ran ran = Ran.weir("demo", "--records", "1500");
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.out())
        .contains("harbor.payments.v1", "lumen.baskets.v1", "All as it had to be.");
    if (!ran.out().contains("Without statistics")) {
      assertThat(ran.out()).contains("beacon.spend.v1", "6 rows", "95 of 100 times within");
    }
  }

  @Test
  void demo_withoutRecordsIsWrongUsage() {
    assertThat(Ran.weir("demo", "--records", "0").exit()).isEqualTo(2);
  }

  @Test
  void start_tellsWhatIsWrongWithAFile(@TempDir Path directory) throws Exception {
    Path file = Files.writeString(directory.resolve("gateway.yaml"), "kind: Gateway\nid: g\n");
    Ran ran = Ran.weir("start", "--gateway", file.toString());
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.err()).contains("gateway.yaml:1:1").contains("kafka").doesNotContain("\tat ");
  }
}
