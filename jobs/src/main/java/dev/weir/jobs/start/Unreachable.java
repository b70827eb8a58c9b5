package dev.weir.jobs.start;

import dev.weir.config.problem.FailureWords;
import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.KafkaRefusal;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;

/** Why no broker could be asked anything. What clients say is not shown: it may hold values. */
final class Unreachable {

  private Unreachable() {}

  /** Asked, and refused. */
  static void note(KafkaCluster kafka, KafkaRefusal refusal, Findings findings) {
    String ask = new KafkaTools(kafka).ask();
    if (refusal.getCause() instanceof AuthenticationException || refusal.isOfRights()) {
      findings.add(
          EnvironmentRule.KAFKA_REFUSES,
          Findings.path("kafka", "properties"),
          "the broker does not accept who asks (" + refusal.kind() + ")",
          "Check user, password and certificates that the properties name",
          ask);
      return;
    }
    findings.add(
        EnvironmentRule.KAFKA_UNREACHABLE,
        Findings.path("kafka", "bootstrapServers"),
        "no broker answers at " + kafka.bootstrapServers() + " (" + refusal.kind() + ")",
        "Check the address, kafka.properties and that the broker runs",
        ask);
  }

  /** No client could be made to ask. */
  static void note(KafkaException notRight, Findings findings) {
    findings.add(
        EnvironmentRule.KAFKA_PROPERTY,
        Findings.path("kafka", "properties"),
        "no Kafka client can be made of the properties (" + kind(notRight) + ")",
        "Check addresses, and key and trust stores: location, password and type");
  }

  private static String kind(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return FailureWords.of(cause);
  }
}
