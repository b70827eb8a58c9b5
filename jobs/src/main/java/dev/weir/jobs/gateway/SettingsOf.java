package dev.weir.jobs.gateway;

import dev.weir.config.gateway.Gateway;
import dev.weir.config.gateway.SourceTopic;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.DocumentPath;
import dev.weir.config.yaml.YamlRule;
import dev.weir.jobs.graph.CheckpointSettings;
import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.StartFrom;
import dev.weir.jobs.kafka.append.AppendTime;
import dev.weir.jobs.start.ControlChannel;
import dev.weir.jobs.start.EnvironmentRule;
import dev.weir.jobs.start.GatewaySettings;
import dev.weir.jobs.start.SourceSettings;
import dev.weir.operators.format.AvroRecordFormat;
import dev.weir.operators.format.DebeziumJsonRecordFormat;
import dev.weir.operators.format.JsonRecordFormat;
import dev.weir.operators.format.RecordLimits;
import dev.weir.operators.stage.DeadLetterSettings;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.operators.stage.Retention;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.keys.KeyProviderSpec;
import dev.weir.tokenization.seal.PayloadSealer;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a gateway's file says, as a job takes it. */
final class SettingsOf {

  private final Gateway gateway;
  private final References references;
  private final SourceSchemas schemas;
  private final Problems files;
  private final Problems environment;

  private SettingsOf(JudgedGateway judged, Problems files, Problems environment) {
    this.gateway = judged.document().value();
    this.references = new References(judged.document());
    this.schemas = new SourceSchemas(references, judged.plan());
    this.files = files;
    this.environment = environment;
  }

  /**
   * The settings, to be used only if neither collection has an error.
   *
   * @param files takes what is wrong with files that the gateway names
   * @param environment takes what the registry has not answered
   */
  static GatewaySettings of(JudgedGateway judged, Problems files, Problems environment) {
    return new SettingsOf(judged, files, environment).settings();
  }

  private GatewaySettings settings() {
    Map<String, SourceSettings> sources = new HashMap<>();
    gateway.sources().forEach((product, source) -> sources.put(product, source(product, source)));
    return new GatewaySettings(
        references.document().file().toString(),
        new KafkaCluster(
            gateway.kafka().bootstrapServers(),
            references.properties(gateway.kafka().properties())),
        sources,
        keys(),
        deadLetters(),
        retention(),
        CheckpointSettings.of(
            gateway.checkpoints().storage(), gateway.id(), gateway.checkpoints().interval()),
        gateway.parallelism(),
        control());
  }

  private @Nullable ControlChannel control() {
    byte[] publicKey = ControlFile.publicKey(references, files, environment);
    return publicKey == null ? null : new ControlChannel(gateway.controlTopic(), publicKey);
  }

  private SourceSettings source(String product, SourceTopic source) {
    return new SourceSettings(
        source.topic(),
        startFrom(source.startFrom()),
        format(product, source),
        AppendTime.of(source.trustProducerClock()));
  }

  private static StartFrom startFrom(SourceTopic.StartFrom from) {
    if (from instanceof SourceTopic.StartFrom.Timestamp at) {
      return new StartFrom.Timestamp(at.timestamp());
    }
    return from instanceof SourceTopic.StartFrom.Latest
        ? new StartFrom.Latest()
        : new StartFrom.Earliest();
  }

  private RecordFormat format(String product, SourceTopic source) {
    RecordLimits limits =
        new RecordLimits(gateway.limits().recordBytes(), gateway.limits().depth());
    return switch (source.format()) {
      case JSON -> new JsonRecordFormat(limits);
      case AVRO -> {
        String file = Objects.requireNonNull(source.schema());
        yield AvroRecordFormat.bare(schemas.ofFile(product, file, files), limits);
      }
      case CONFLUENT_AVRO -> {
        GatewayRegistry registry = registry();
        String schema = schemas.ofRegistry(product, source.topic(), registry, environment);
        yield new AvroRecordFormat(schema, registry, Map.of(), limits);
      }
      case DEBEZIUM_JSON -> new DebeziumJsonRecordFormat(limits);
    };
  }

  private GatewayRegistry registry() {
    Gateway.SchemaRegistry registry = Objects.requireNonNull(gateway.kafka().schemaRegistry());
    return new GatewayRegistry(registry.url(), references.properties(registry.properties()));
  }

  private GatewayKeys keys() {
    Gateway.Keys keys = gateway.keys();
    return new GatewayKeys(
        keys == null
            ? null
            : new KeyProviderSpec(keys.provider(), references.passphrase(keys.passphrase()))
                .resolvedAgainst(references.path("")));
  }

  private DeadLetterSettings deadLetters() {
    Gateway.DeadLetters letters = gateway.deadLetters();
    if (letters == null) {
      return DeadLetterSettings.unlimited();
    }
    double maxShare = letters.maxShare() == null ? 1 : letters.maxShare().doubleValue();
    return new DeadLetterSettings(publicKey(letters.publicKey()), maxShare);
  }

  /** Read, and tried: a key that seals nothing must not be found out by the first dead letter. */
  private byte @Nullable [] publicKey(@Nullable String file) {
    DocumentPath at = DocumentPath.ROOT.key("deadLetters").key("publicKey");
    try {
      byte[] json = file == null ? null : Files.readAllBytes(references.path(file));
      var unused = json == null ? null : PayloadSealer.fromPublicKeyJson(json);
      return json;
    } catch (IOException unreadable) {
      references
          .document()
          .problem(
              files,
              YamlRule.FILE_MISSING,
              at,
              file + " cannot be read",
              "Make it with weir keys create --dead-letters, or check the path");
    } catch (KeyException noKey) {
      String what = String.valueOf(noKey.getMessage());
      references
          .document()
          .problem(
              environment,
              EnvironmentRule.KEY,
              at,
              what,
              "Name the public file that weir keys create --dead-letters has written");
    }
    return null;
  }

  private @Nullable Duration retention() {
    Gateway.DeadLetters letters = gateway.deadLetters();
    if (letters == null || letters.retention() == null) {
      return null;
    }
    return Retention.length(letters.retention().toString(), Instant.now());
  }
}
