package dev.weir.jobs.kafka;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * A Kafka cluster and how to reach it. Each client gets the properties that it knows.
 *
 * @param bootstrapServers {@code host:port}, separated by commas
 * @param properties of any Kafka client; secrets as {@link SecretReference}s
 */
public record KafkaCluster(String bootstrapServers, Map<String, String> properties)
    implements Serializable {

  private static final Duration DEFAULT_TRANSACTION_TIMEOUT = Duration.ofMinutes(15);

  public KafkaCluster {
    properties = Map.copyOf(properties);
  }

  /**
   * How long the broker keeps a transaction open that nobody ends: {@code transaction.timeout.ms}
   * of the properties, else 15 minutes, which is a broker's own limit unless set otherwise.
   */
  public Duration transactionTimeout() {
    String set = properties.get(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG);
    return set == null ? DEFAULT_TRANSACTION_TIMEOUT : Duration.ofMillis(Long.parseLong(set));
  }

  /** What an admin client needs. */
  public Properties admin() {
    return only(AdminClientConfig.configNames());
  }

  Properties consumer() {
    return only(ConsumerConfig.configNames());
  }

  Properties producer() {
    return only(ProducerConfig.configNames());
  }

  private Properties only(Set<String> known) {
    Properties chosen = new Properties();
    SecretReference.resolveWith(chosen);
    properties.forEach(
        (name, value) -> {
          if (known.contains(name)) {
            chosen.setProperty(name, value);
          }
        });
    chosen.setProperty(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return chosen;
  }

  /** The names only: a value may be a secret. */
  @Override
  public String toString() {
    return "KafkaCluster[" + bootstrapServers + ", " + properties.keySet() + "]";
  }
}
