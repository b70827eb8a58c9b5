package dev.weir.jobs.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.problem.Problem;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class BrokerCheckTest {

  @Test
  void clientOnTheClassPath_isOfTheVersionThatWritesExactlyOnce() {
    assertThat(found(BrokerCheck::checkClient)).isEmpty();
    assertThat(found(findings -> BrokerCheck.checkClient("4.2.3", findings))).isEmpty();
    assertThat(found(findings -> BrokerCheck.checkClient("4.3.1", findings)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo(EnvironmentRule.KAFKA_CLIENTS_VERSION);
              assertThat(problem.message()).contains("4.3.1");
            });
  }

  @Test
  void transaction_outlivesCheckpointAndRestart() {
    assertThat(need(Duration.ofMinutes(15), Duration.ofSeconds(10))).isEmpty();
    assertThat(need(Duration.ofMinutes(5), Duration.ofSeconds(10)))
        .singleElement()
        .satisfies(problem -> assertThat(problem.mend()).contains("at least 490000"));
    assertThat(need(Duration.ofMinutes(15), Duration.ofMinutes(10))).hasSize(1);
  }

  private static List<Problem> need(Duration timeout, Duration interval) {
    return found(findings -> BrokerCheck.checkNeed(timeout, interval, findings));
  }

  private static List<Problem> found(Consumer<Findings> check) {
    Findings findings = new Findings(Places.whole("gateway.yaml"));
    check.accept(findings);
    if (!findings.any()) {
      return List.of();
    }
    return assertThatThrownBy(findings::refuse)
        .asInstanceOf(InstanceOfAssertFactories.type(StartRefusedException.class))
        .actual()
        .problems();
  }
}
