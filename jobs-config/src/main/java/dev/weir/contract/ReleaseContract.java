package dev.weir.contract;

import dev.weir.plan.Output;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Step;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** A release's data contract, for its reader (Open Data Contract Standard 3). */
public final class ReleaseContract {

  private static final String CONTRACT_KIND = "DataContract";

  private ReleaseContract() {}

  /**
   * The contract as YAML: names, types, treatments, guarantees and retention, and nothing of the
   * product's own contract.
   *
   * @param apiVersion version of the standard to write, as the product's {@code v3.1.0}
   * @param producersClock whether statistics go by the clocks of those who write to the source
   */
  public static String odcs(String apiVersion, ReleasePlan release, boolean producersClock) {
    Map<String, Object> contract = new LinkedHashMap<>();
    contract.put("apiVersion", apiVersion);
    contract.put("kind", CONTRACT_KIND);
    contract.put("id", release.agreement() + "/" + release.release());
    contract.put("version", release.agreementVersion());
    contract.put("status", release.status());
    contract.put("schema", List.of(schema(release)));
    if (release.retention() != null) {
      contract.put("slaProperties", List.of(Retention.property(release.retention())));
    }
    contract.put("customProperties", Guarantees.of(release, producersClock));
    DumpSettings settings =
        DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).setWidth(200).build();
    return new Dump(settings).dumpToString(contract);
  }

  private static Map<String, Object> schema(ReleasePlan release) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("name", release.release());
    schema.put("physicalName", release.topic());
    schema.put("physicalType", "topic");
    schema.put("logicalType", "object");
    schema.put("properties", properties(release.output()));
    return schema;
  }

  private static List<Object> properties(Output.Fields fields) {
    List<Object> properties = new ArrayList<>();
    for (Output.Field field : fields.fields()) {
      Map<String, Object> property = new LinkedHashMap<>();
      property.put("name", field.name());
      property.putAll(value(field.output()));
      property.put("required", field.required());
      properties.add(property);
    }
    return properties;
  }

  private static Map<String, Object> value(Output output) {
    Map<String, Object> value = new LinkedHashMap<>();
    if (output instanceof Output.Fields fields) {
      value.put("logicalType", "object");
      value.put("properties", properties(fields));
    } else if (output instanceof Output.Items items) {
      value.put("logicalType", "array");
      value.put("items", value(items.item()));
    } else if (output instanceof Output.Leaf leaf) {
      value.put("logicalType", leaf.to().word());
      if (leaf.step() instanceof Step.Generalize generalize) {
        value.put("physicalType", GeneralizationWords.form(generalize.to()));
      }
      value.put("transformDescription", StepWords.of(leaf.step()));
    }
    return value;
  }
}
