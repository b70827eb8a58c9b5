package dev.weir.promises;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.jobs.start.ResumeChoice;
import dev.weir.local.process.LoopbackPort;
import dev.weir.promises.stream.Feed;
import dev.weir.promises.stream.GatewayUnderTest;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.stream.Prometheus;
import dev.weir.promises.stream.Subscriber;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 8: what became of every record is counted where operators look: in Prometheus. */
class MetricsTest {

  private static final int RECORDS = 2_000;
  private static final String OPERATOR = "flink_taskmanager_job_task_operator_weir_";
  private static final String RELEASE = OPERATOR + "partner_agreement_release_";

  @Test
  void everyRecord_isCountedByReleaseAndReason_andItsLagIsKnown(@TempDir Path directory)
      throws Exception {
    int port = LoopbackPort.free();
    try (GatewayUnderTest gateway =
        GatewayUnderTest.create(directory, Payments.FORMAT, 1, 2, Prometheus.on(port))) {
      gateway.start(2, ResumeChoice.automatic());
      feed(gateway);
      try (Subscriber partner = new Subscriber(gateway.broker.bootstrapServers(), Payments.OUT)) {
        partner.read(RECORDS * 9 / 10, Duration.ofMinutes(1), Duration.ofSeconds(1));
      }
      assertCounted(Prometheus.page(port));
    }
  }

  private static void assertCounted(String page) {
    String release = "agreement=\"acme-payments\"";
    assertThat(sum(page, RELEASE + "in", release)).isEqualTo(RECORDS);
    assertThat(sum(page, RELEASE + "released", release)).isEqualTo(RECORDS * 9 / 10);
    assertThat(sum(page, RELEASE + "reason_dead_lettered", "reason=\"malformed\""))
        .isEqualTo(RECORDS / 10);
    assertThat(sum(page, RELEASE + "reason_dead_lettered", "reason=\"wrong_type\"")).isZero();
    assertThat(sum(page, RELEASE + "reason_withheld", "reason=\"outside_period\"")).isZero();
    assertThat(sum(page, OPERATOR + "product_tombstone", "product=\"card-payments\"")).isZero();
    assertThat(sum(page, OPERATOR + "product_le_lag_bucket", "le=\"+Inf\"")).isEqualTo(RECORDS);
    assertThat(sum(page, OPERATOR + "product_lag_total", "product=\"card-payments\"")).isPositive();
    assertThat(page).contains(OPERATOR + "product_lag{").contains("quantile=\"0.99\"");
  }

  private static void feed(GatewayUnderTest gateway) {
    try (Feed feed =
        new Feed(
            gateway.broker.bootstrapServers(),
            GatewayUnderTest.SOURCE,
            number -> number % 10 == 0 ? "not json" : Payments.json(number))) {
      feed.put(RECORDS, 10_000, () -> true);
    }
  }

  /** Over all subtasks; fails if there is no such metric. */
  private static long sum(String page, String metric, String label) {
    Pattern line =
        Pattern.compile(
            "^" + metric + "\\{[^}]*" + Pattern.quote(label) + "[^}]*\\} (\\S+)$",
            Pattern.MULTILINE);
    List<String> values = line.matcher(page).results().map(match -> match.group(1)).toList();
    assertThat(values).as(metric + " " + label).isNotEmpty();
    return (long) values.stream().mapToDouble(Double::parseDouble).sum();
  }
}
