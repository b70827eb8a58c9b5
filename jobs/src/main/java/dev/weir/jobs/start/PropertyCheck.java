package dev.weir.jobs.start;

import dev.weir.config.yaml.DocumentPath;
import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.SecretReference;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.common.config.ConfigException;

/**
 * The gateway's Kafka properties: none that is Weir's to set, none that no client knows, and every
 * secret where it is said to be.
 */
final class PropertyCheck {

  private final KafkaCluster kafka;
  private final Findings findings;
  private boolean usable = true;

  private PropertyCheck(KafkaCluster kafka, Findings findings) {
    this.kafka = kafka;
    this.findings = findings;
  }

  /** Whether a client can be given them: else there is no use in asking a broker. */
  static boolean check(KafkaCluster kafka, Findings findings) {
    PropertyCheck check = new PropertyCheck(kafka, findings);
    for (String property : new TreeSet<>(kafka.properties().keySet())) {
      check.name(property);
      check.secret(property);
    }
    check.timeout();
    return check.usable;
  }

  private void name(String property) {
    PropertyNames.of(property)
        .ifPresent(refusal -> add(property, refusal.message(), refusal.mend()));
  }

  private void secret(String property) {
    try {
      var unused = SecretReference.resolved(Map.of(property, kafka.properties().get(property)));
    } catch (ConfigException missing) {
      usable = false;
      String reference = String.valueOf(kafka.properties().get(property));
      add(
          property,
          String.valueOf(missing.getMessage()),
          "Put the secret there",
          SecretCommand.of(reference));
    }
  }

  private void timeout() {
    try {
      var unused = kafka.transactionTimeout();
    } catch (NumberFormatException noNumber) {
      usable = false;
      add("transaction.timeout.ms", "the value is not a whole number", "Give milliseconds");
    }
  }

  private void add(String property, String what, String mend) {
    add(property, what, mend, "");
  }

  private void add(String property, String what, String mend, String command) {
    DocumentPath path = Findings.path("kafka", "properties", property);
    findings.add(EnvironmentRule.KAFKA_PROPERTY, path, what, mend, command);
  }
}
