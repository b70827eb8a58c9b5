package dev.weir.jobs.gateway;

import dev.weir.config.gateway.GatewayRule;
import dev.weir.config.problem.Problems;
import dev.weir.config.problem.Rule;
import dev.weir.config.yaml.DocumentPath;
import dev.weir.jobs.start.EnvironmentRule;
import dev.weir.operators.decode.avro.AvroFormat;
import dev.weir.operators.decode.avro.SchemaFault;
import dev.weir.operators.registry.RegistryException;
import dev.weir.operators.registry.WireFormat;
import dev.weir.plan.JobPlan;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.ConfigException;

/** The Avro schemas that sources are read as, held against what the plan reads of them. */
final class SourceSchemas {

  /** Stands where no schema was found; a problem was noted then, and the job is not built. */
  private static final String NONE = "";

  private final References references;
  private final JobPlan plan;

  SourceSchemas(References references, JobPlan plan) {
    this.references = references;
    this.plan = plan;
  }

  /** Of a schema file. */
  String ofFile(String product, String file, Problems problems) {
    DocumentPath at = DocumentPath.ROOT.key("sources").key(product).key("schema");
    try {
      String json = Files.readString(references.path(file));
      return judged(product, json, at, GatewayRule.SOURCE_FORMAT, problems);
    } catch (IOException unreadable) {
      note(problems, GatewayRule.SOURCE_FORMAT, at, file + " cannot be read", "Check the path");
      return NONE;
    }
  }

  /** The newest that the registry has of the topic's values. */
  String ofRegistry(String product, String topic, GatewayRegistry registry, Problems problems) {
    DocumentPath at = DocumentPath.ROOT.key("kafka").key("schemaRegistry");
    String subject = WireFormat.subject(topic);
    try {
      String json = registry.open().latest(subject).json();
      return judged(product, json, at, EnvironmentRule.SCHEMA_REGISTRY, problems);
    } catch (RegistryException | IllegalArgumentException | ConfigException no) {
      note(
          problems,
          EnvironmentRule.SCHEMA_REGISTRY,
          at,
          String.valueOf(no.getMessage()),
          "Check the address, the properties and that the registry runs; the same asks: curl "
              + registry.url()
              + "/subjects/"
              + subject
              + "/versions/latest");
      return NONE;
    }
  }

  private String judged(
      String product, String json, DocumentPath at, Rule rule, Problems problems) {
    try {
      Schema schema = new Schema.Parser().parse(json);
      plan.products().stream()
          .filter(object -> object.product().equals(product))
          .flatMap(object -> AvroFormat.faults(object, schema).stream())
          .forEach(fault -> note(problems, rule, at, text(fault), fault.mend()));
    } catch (AvroRuntimeException noSchema) {
      note(
          problems,
          rule,
          at,
          "Avro does not take the schema of " + product + " as it stands",
          "Check it by the Avro specification: names, namespaces, unions, and defaults of the"
              + " field's own type");
    }
    return json;
  }

  private static String text(SchemaFault fault) {
    return fault.field() == null ? fault.what() : fault.field() + ": " + fault.what();
  }

  private void note(Problems problems, Rule rule, DocumentPath at, String what, String mend) {
    references.document().problem(problems, rule, at, what, mend);
  }
}
