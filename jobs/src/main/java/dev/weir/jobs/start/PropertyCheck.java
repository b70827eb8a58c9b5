package dev.weir.jobs.start;

import dev.weir.jobs.kafka.FixedProperties;
import dev.weir.jobs.kafka.KafkaCluster;
import java.util.TreeSet;

/** The gateway's Kafka properties: none that is Weir's to set, none that no client knows. */
final class PropertyCheck {

  private PropertyCheck() {}

  static void check(KafkaCluster kafka, Findings findings) {
    for (String property : new TreeSet<>(kafka.properties().keySet())) {
      String path = "kafka.properties." + property;
      FixedProperties.refusal(property)
          .ifPresent(
              why ->
                  findings.add(
                      EnvironmentRule.KAFKA_PROPERTY,
                      path,
                      "the property may not be set: " + why,
                      "Remove it"));
      if (FixedProperties.refusal(property).isEmpty()) {
        FixedProperties.unknown(property)
            .ifPresent(
                mend ->
                    findings.add(
                        EnvironmentRule.KAFKA_PROPERTY,
                        path,
                        "no Kafka client has this property",
                        mend));
      }
    }
    timeout(kafka, findings);
  }

  private static void timeout(KafkaCluster kafka, Findings findings) {
    try {
      var unused = kafka.transactionTimeout();
    } catch (NumberFormatException noNumber) {
      findings.add(
          EnvironmentRule.KAFKA_PROPERTY,
          "kafka.properties.transaction.timeout.ms",
          "the value is not a whole number",
          "Give milliseconds");
    }
  }
}
