package dev.weir.jobs.gateway;

import dev.weir.config.document.Document;
import dev.weir.config.gateway.Gateway;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.DocumentPath;
import dev.weir.contract.ReleaseAvroSchema;
import dev.weir.jobs.start.EnvironmentRule;
import dev.weir.jobs.start.GatewaySettings;
import dev.weir.jobs.start.SourceSettings;
import dev.weir.operators.format.AvroRecordFormat;
import dev.weir.operators.registry.RegistryException;
import dev.weir.operators.registry.SchemaRegistry;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ReleasePlan;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;

/** The releases' Avro schemas, registered where the source has a registry. */
final class OutputSchemas {

  private final Document<Gateway> document;
  private final JobPlan plan;
  private final Problems problems;

  OutputSchemas(JudgedGateway judged, Problems problems) {
    this.document = judged.document();
    this.plan = judged.plan();
    this.problems = problems;
  }

  /** Registers what is missing; the settings then hold each schema's id. */
  GatewaySettings register(GatewaySettings gateway) {
    Map<String, SourceSettings> sources = new HashMap<>();
    gateway.sources().forEach((product, source) -> sources.put(product, of(product, source)));
    return gateway.withSources(sources);
  }

  private SourceSettings of(String product, SourceSettings source) {
    if (source.format() instanceof AvroRecordFormat avro && avro.registry() != null) {
      Map<String, Integer> ids = ids(product, avro, avro.registry().open());
      return new SourceSettings(
          source.topic(),
          source.startFrom(),
          new AvroRecordFormat(avro.readerSchema(), avro.registry(), ids, avro.limits()));
    }
    return source;
  }

  private Map<String, Integer> ids(String product, AvroRecordFormat avro, SchemaRegistry registry) {
    Schema reader = new Schema.Parser().parse(avro.readerSchema());
    Map<String, Integer> ids = new HashMap<>();
    plan.products().stream()
        .filter(object -> object.product().equals(product))
        .flatMap(object -> object.releases().stream())
        .forEach(release -> register(release, reader, registry, ids));
    return ids;
  }

  private void register(
      ReleasePlan release, Schema reader, SchemaRegistry registry, Map<String, Integer> ids) {
    String schema = ReleaseAvroSchema.of(release, reader).toString();
    try {
      ids.put(release.topic(), registry.register(release.topic() + "-value", schema));
    } catch (RegistryException refused) {
      document.problem(
          problems,
          EnvironmentRule.SCHEMA_REGISTRY,
          DocumentPath.ROOT.key("kafka").key("schemaRegistry"),
          String.valueOf(refused.getMessage()),
          "");
    }
  }
}
