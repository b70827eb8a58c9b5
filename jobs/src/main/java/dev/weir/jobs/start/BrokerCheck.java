package dev.weir.jobs.start;

import dev.weir.config.yaml.DocumentPath;
import dev.weir.jobs.graph.Hardening;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.KafkaRefusal;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.utils.AppInfoParser;

/** The client library, and the broker's limit for transactions against what a job needs. */
final class BrokerCheck {

  /** Longest pause between two tries of a restart, and time to come up again. */
  private static final Duration RESTART = Duration.ofMinutes(3);

  private static final String MAX_TIMEOUT = "transaction.max.timeout.ms";
  private static final DocumentPath OURS =
      Findings.path("kafka", "properties", "transaction.timeout.ms");

  private BrokerCheck() {}

  /** {@code version} as the library on the class path says it. */
  static void checkClient(String version, Findings findings) {
    if (!version.startsWith("4.2.")) {
      findings.add(
          EnvironmentRule.KAFKA_CLIENTS_VERSION,
          Findings.path(),
          "the class path holds kafka-clients " + version,
          "Remove it from the class path of the cluster: the job brings 4.2 along");
    }
  }

  static void checkClient(Findings findings) {
    checkClient(AppInfoParser.getVersion(), findings);
  }

  static void checkTimeout(
      KafkaProbe probe, String broker, GatewaySettings gateway, Findings findings) {
    Duration most = longest(probe, broker, new KafkaTools(gateway.kafka()), findings);
    Duration ours = gateway.kafka().transactionTimeout();
    if (ours.compareTo(most) > 0) {
      findings.add(
          EnvironmentRule.TRANSACTION_TIMEOUT,
          OURS,
          "transactions are to live " + ours + ", and the broker allows " + most,
          "Set it to at most " + most.toMillis() + ", or raise the broker's " + MAX_TIMEOUT);
    }
    checkNeed(ours, gateway.checkpoints().interval(), findings);
  }

  private static Duration longest(
      KafkaProbe probe, String broker, KafkaTools tools, Findings findings) {
    try {
      return Duration.ofMillis(Long.parseLong(probe.brokerSettings(broker).get(MAX_TIMEOUT)));
    } catch (KafkaRefusal refusal) {
      findings.add(
          EnvironmentRule.KAFKA_REFUSES,
          Findings.path("kafka"),
          "the broker says " + refusal.kind() + " when asked for " + MAX_TIMEOUT,
          "Allow DescribeConfigs on the cluster",
          tools.allow("--cluster", List.of("DESCRIBE_CONFIGS")));
      return Duration.ofDays(1);
    }
  }

  /** A transaction that ends while the job is coming back is lost data. */
  static void checkNeed(Duration ours, Duration interval, Findings findings) {
    Duration need = interval.plus(Hardening.longestCheckpoint()).plus(RESTART);
    if (ours.compareTo(need) < 0) {
      findings.add(
          EnvironmentRule.TRANSACTION_TIMEOUT,
          OURS,
          "transactions live " + ours + ", and a checkpoint and a restart may take " + need,
          "Set it to at least " + need.toMillis() + ", or shorten checkpoints.interval");
    }
  }
}
