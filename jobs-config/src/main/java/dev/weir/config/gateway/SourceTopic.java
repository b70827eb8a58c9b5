package dev.weir.config.gateway;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a product is read.
 *
 * @param schema Avro schema file, of {@code avro} only
 * @param subject {@code key}: the subject is the Kafka key; null: a field
 */
public record SourceTopic(
    String topic,
    StartFrom startFrom,
    Format format,
    @Nullable String schema,
    @Nullable String subject,
    boolean trustProducerClock) {

  /** Where a source begins that has no state yet. */
  public sealed interface StartFrom {
    record Earliest() implements StartFrom {}

    record Latest() implements StartFrom {}

    record Timestamp(Instant timestamp) implements StartFrom {}
  }

  /** How records are written. */
  public enum Format {
    JSON,
    AVRO,
    CONFLUENT_AVRO,
    DEBEZIUM_JSON;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
