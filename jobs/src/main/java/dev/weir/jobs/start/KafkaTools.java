package dev.weir.jobs.start;

import dev.weir.jobs.kafka.KafkaCluster;
import java.util.Map;
import java.util.TreeMap;

/** Commands of Kafka's own tools that mend what a check finds; the user's credentials are his. */
record KafkaTools(KafkaCluster kafka) {

  String create(String topic, Map<String, String> settings) {
    StringBuilder command = tool("topics").append(" --create --topic ").append(topic);
    new TreeMap<>(settings)
        .forEach((name, value) -> command.append(" --config ").append(name + "=" + value));
    return command.toString();
  }

  /**
   * @param setting as {@code retention.ms=1000}
   */
  String set(String topic, String setting) {
    return tool("configs")
        .append(" --alter --entity-type topics --entity-name ")
        .append(topic)
        .append(" --add-config ")
        .append(setting)
        .toString();
  }

  /**
   * @param on as {@code --topic acme.payments.v1}
   */
  String allow(String on, Iterable<String> operations) {
    StringBuilder command = tool("acls").append(" --add --allow-principal User:NAME");
    operations.forEach(operation -> command.append(" --operation ").append(operation));
    return command.append(' ').append(on).toString();
  }

  private StringBuilder tool(String name) {
    return new StringBuilder("kafka-")
        .append(name)
        .append(".sh --bootstrap-server ")
        .append(kafka.bootstrapServers());
  }
}
