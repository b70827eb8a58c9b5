package dev.weir.config.odcs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import dev.weir.config.bind.Part;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.DocumentPath;
import dev.weir.config.yaml.YamlNode;
import dev.weir.config.yaml.YamlNode.YamlMap;
import dev.weir.config.yaml.YamlNode.YamlScalar;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Judges contracts by the standard's shape. */
public final class OdcsShape {

  private static final Map<OdcsVersion, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

  private OdcsShape() {}

  /** Every {@code apiVersion} that is read, oldest first. */
  public static List<String> versions() {
    return OdcsVersion.words();
  }

  /** The newest of them. */
  public static String newest() {
    List<String> all = versions();
    return all.get(all.size() - 1);
  }

  /**
   * The shape of a version's contracts, as a JSON Schema (draft 2019-09) of one's own to change.
   */
  public static ObjectNode schema(String apiVersion) {
    OdcsVersion version = OdcsVersion.ofWord(apiVersion).orElse(OdcsVersion.V3_2);
    return (ObjectNode) new SchemaSource(version).schema();
  }

  /**
   * Notes every breach of the shape of the version that the contract names, one for each place. A
   * contract that names none that is known is judged by the newest.
   */
  public static void judge(YamlNode root, Problems problems) {
    JsonSchema schema = SCHEMAS.computeIfAbsent(version(root), OdcsShape::schema);
    Set<DocumentPath> seen = new HashSet<>();
    schema.validate(YamlJson.of(root)).stream()
        .filter(message -> !alternative(message))
        .map(message -> new Breach(message, Part.root(root, problems), schema.getSchemaNode()))
        .sorted(Breach.NARROWEST_FIRST)
        .filter(breach -> seen.add(breach.path()))
        .forEach(Breach::note);
  }

  private static OdcsVersion version(YamlNode root) {
    YamlNode word = root instanceof YamlMap map ? map.get("apiVersion") : null;
    return word instanceof YamlScalar scalar
        ? OdcsVersion.ofWord(scalar.text()).orElse(OdcsVersion.V3_2)
        : OdcsVersion.V3_2;
  }

  private static JsonSchema schema(OdcsVersion version) {
    SchemaValidatorsConfig config =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return JsonSchemaFactory.getInstance(VersionFlag.V201909)
        .getSchema(new SchemaSource(version).schema(), config);
  }

  /**
   * Whether it says only why one of several ways was not taken: that none was is said by itself.
   */
  private static boolean alternative(ValidationMessage message) {
    var path = message.getEvaluationPath();
    for (int i = 0; i < path.getNameCount() - 1; i++) {
      if ("oneOf".equals(path.getElement(i))) {
        return true;
      }
    }
    return false;
  }
}
