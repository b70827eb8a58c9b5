package dev.weir.jobs.start;

import dev.weir.jobs.kafka.KafkaCluster;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Commands of Kafka's own tools that mend what a check finds. Who runs them has rights that the
 * gateway has not: {@code ADMIN.PROPERTIES} is a file with that user's credentials, asked for where
 * the gateway needs some.
 */
record KafkaTools(KafkaCluster kafka) {

  private static final List<String> SECURE = List.of("security.", "sasl.", "ssl.");

  /**
   * @param partitions empty: as many as the broker gives a topic
   */
  String create(String topic, Optional<Integer> partitions, Map<String, String> settings) {
    StringBuilder command = tool("topics").append(" --create --topic ").append(topic);
    partitions.ifPresent(count -> command.append(" --partitions ").append(count));
    new TreeMap<>(settings)
        .forEach((name, value) -> command.append(" --config ").append(name + "=" + value));
    return command.toString();
  }

  /** In the place of one that is there, which goes with all that it holds. */
  String createAnew(String topic, Optional<Integer> partitions, Map<String, String> settings) {
    return tool("topics").append(" --delete --topic ").append(topic)
        + " && "
        + create(topic, partitions, settings);
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

  /** Shows who may what, and who may not. */
  String rules(String on) {
    return tool("acls").append(" --list ").append(on).toString();
  }

  /** Asks as the gateway does, and shows what the client says. */
  String ask() {
    return tool("broker-api-versions").toString();
  }

  private StringBuilder tool(String name) {
    boolean secure =
        kafka.properties().keySet().stream()
            .anyMatch(property -> SECURE.stream().anyMatch(property::startsWith));
    return new StringBuilder("kafka-")
        .append(name)
        .append(".sh --bootstrap-server ")
        .append(kafka.bootstrapServers())
        .append(secure ? " --command-config ADMIN.PROPERTIES" : "");
  }
}
