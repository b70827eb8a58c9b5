package dev.weir.jobs.start;

import dev.weir.jobs.graph.CheckpointSettings;
import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.operators.stage.DeadLetterSettings;
import dev.weir.operators.stage.KeySource;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A gateway's file, made ready for a job.
 *
 * @param file as the user named it, for problems
 * @param sources by product id
 * @param deadLetterRetention of dead-letter topics that are made; null: the broker's
 * @param control whose commands are obeyed; null: nobody's
 */
public record GatewaySettings(
    String file,
    KafkaCluster kafka,
    Map<String, SourceSettings> sources,
    KeySource keys,
    DeadLetterSettings deadLetters,
    @Nullable Duration deadLetterRetention,
    CheckpointSettings checkpoints,
    int parallelism,
    @Nullable ControlChannel control) {

  public GatewaySettings {
    sources = Map.copyOf(sources);
  }

  /** The same, obeying commands. */
  public GatewaySettings withControl(@Nullable ControlChannel channel) {
    return new GatewaySettings(
        file,
        kafka,
        sources,
        keys,
        deadLetters,
        deadLetterRetention,
        checkpoints,
        parallelism,
        channel);
  }

  /** The same with other sources. */
  public GatewaySettings withSources(Map<String, SourceSettings> others) {
    return new GatewaySettings(
        file,
        kafka,
        others,
        keys,
        deadLetters,
        deadLetterRetention,
        checkpoints,
        parallelism,
        control);
  }

  /** Whether a product is read there. */
  boolean reads(String topic) {
    return sources.values().stream().anyMatch(source -> source.topic().equals(topic));
  }

  /** Where a product is read. */
  public SourceSettings source(String product) {
    SourceSettings source = sources.get(product);
    if (source == null) {
      throw new IllegalArgumentException("the gateway has no source for " + product);
    }
    return source;
  }
}
