package dev.weir.jobs.gateway;

import dev.weir.config.problem.Problems;
import dev.weir.contract.ReleaseAvroSchema;
import dev.weir.jobs.start.EnvironmentRule;
import dev.weir.jobs.start.GatewaySettings;
import dev.weir.jobs.start.Places;
import dev.weir.jobs.start.SourceSettings;
import dev.weir.operators.format.AvroRecordFormat;
import dev.weir.operators.format.RegistrySource;
import dev.weir.operators.registry.RegistryException;
import dev.weir.operators.registry.SchemaRegistry;
import dev.weir.operators.registry.WireFormat;
import dev.weir.plan.ReleasePlan;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;

/** The releases' Avro schemas, registered where the source has a registry. */
final class OutputSchemas {

  private final JudgedGateway judged;
  private final GatewaySettings gateway;
  private final Map<String, AvroRecordFormat> registered = new HashMap<>();

  OutputSchemas(JudgedGateway judged, GatewaySettings gateway) {
    this.judged = judged;
    this.gateway = gateway;
  }

  /**
   * Registers what is missing.
   *
   * @param problems takes what the registry refuses, each release's
   */
  void register(Problems problems) {
    gateway
        .sources()
        .forEach(
            (product, source) -> {
              if (source.format() instanceof AvroRecordFormat avro && avro.registry() != null) {
                registered.put(product, withIds(product, avro, avro.registry(), problems));
              }
            });
  }

  /** The settings that hold each schema's id, once all are registered. */
  GatewaySettings settings() {
    Map<String, SourceSettings> sources = new HashMap<>(gateway.sources());
    registered.forEach(
        (product, format) ->
            sources.computeIfPresent(product, (same, source) -> source.withFormat(format)));
    return gateway.withSources(sources);
  }

  private AvroRecordFormat withIds(
      String product, AvroRecordFormat avro, RegistrySource source, Problems problems) {
    SchemaRegistry registry = source.open();
    Schema reader = new Schema.Parser().parse(avro.readerSchema());
    Map<String, Integer> ids = new HashMap<>();
    judged.plan().products().stream()
        .filter(object -> object.product().equals(product))
        .flatMap(object -> object.releases().stream())
        .forEach(release -> register(release, reader, registry, ids, problems));
    return new AvroRecordFormat(avro.readerSchema(), source, ids, avro.limits());
  }

  private void register(
      ReleasePlan release,
      Schema reader,
      SchemaRegistry registry,
      Map<String, Integer> ids,
      Problems problems) {
    String schema = ReleaseAvroSchema.of(release, reader).toString();
    try {
      ids.put(release.topic(), registry.register(WireFormat.subject(release.topic()), schema));
    } catch (RegistryException refused) {
      Places.Place place = new FilePlaces(judged).ofTopic(release.topic());
      problems.add(
          EnvironmentRule.SCHEMA_REGISTRY,
          place.location(),
          place.path(),
          String.valueOf(refused.getMessage()),
          "Let the gateway register the schema of "
              + WireFormat.subject(release.topic())
              + "; or, if it does not fit the former, release under a new topic");
    }
  }
}
