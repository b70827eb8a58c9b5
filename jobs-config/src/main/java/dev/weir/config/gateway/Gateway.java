package dev.weir.config.gateway;

import dev.weir.config.agreement.Budget;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a job runs.
 *
 * @param products files, relative to the gateway's own
 * @param agreements files, or patterns with {@code *}
 * @param sources by product id
 * @param topicPrefix of Weir's own topics
 */
public record Gateway(
    String apiVersion,
    String kind,
    String id,
    List<String> products,
    List<String> agreements,
    @Nullable String prices,
    Kafka kafka,
    Map<String, SourceTopic> sources,
    Limits limits,
    @Nullable Keys keys,
    @Nullable DeadLetters deadLetters,
    Map<String, Budget> budgets,
    @Nullable Control control,
    String topicPrefix,
    Checkpoints checkpoints,
    int parallelism) {
  public Gateway {
    products = List.copyOf(products);
    agreements = List.copyOf(agreements);
    sources = Map.copyOf(sources);
    budgets = Map.copyOf(budgets);
  }

  /** Where commands come from, if there is a control. */
  public String controlTopic() {
    return topicPrefix + ".control";
  }

  /**
   * @param properties of any Kafka client
   */
  public record Kafka(
      String bootstrapServers,
      Map<String, Setting> properties,
      @Nullable SchemaRegistry schemaRegistry) {
    public Kafka {
      properties = Map.copyOf(properties);
    }
  }

  /** A registry by Confluent's interface. */
  public record SchemaRegistry(String url, Map<String, Setting> properties) {
    public SchemaRegistry {
      properties = Map.copyOf(properties);
    }
  }

  /**
   * @param recordBytes written {@code 1MiB} (2²⁰) as well
   * @param depth levels of objects and arrays
   */
  public record Limits(int recordBytes, int depth) {
    public static final Limits DEFAULT = new Limits(1 << 20, 64);
  }

  /**
   * @param provider {@code file:DIR}, {@code aws-kms://…}, {@code gcp-kms://…} or {@code vault://…}
   */
  public record Keys(String provider, @Nullable SecretRef passphrase) {}

  /**
   * @param publicKey file; null: dead letters carry no payload
   * @param maxShare of a subtask's last 1,000 records, from 0 to 1
   */
  public record DeadLetters(
      @Nullable String publicKey,
      @Nullable TemporalAmount retention,
      @Nullable BigDecimal maxShare) {}

  /**
   * @param publicKey file
   */
  public record Control(@Nullable String publicKey) {}

  public record Checkpoints(String storage, Duration interval) {}
}
