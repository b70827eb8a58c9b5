package dev.weir.operators.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/** Puts together a schema and those, registered under other subjects, that it refers to. */
final class References {

  private static final int MOST = 100;

  private final BiFunction<String, String, JsonNode> registry;
  private final Schema.Parser parser = new Schema.Parser(NameValidator.NO_VALIDATION);
  private final Set<String> seen = new HashSet<>();

  /**
   * @param registry gives subject and version as the registry answers it
   */
  References(BiFunction<String, String, JsonNode> registry) {
    this.registry = registry;
  }

  /**
   * The schema as one text. One that does not parse is given back as it is: its reader refuses it.
   *
   * @throws RegistryException if there are too many references to follow
   */
  String resolve(String schema, JsonNode references) {
    try {
      follow(references);
      return parser.parse(schema).toString();
    } catch (AvroRuntimeException bad) {
      return schema;
    }
  }

  private void follow(JsonNode references) {
    for (JsonNode reference : references) {
      String subject = reference.path("subject").asText();
      String version = reference.path("version").asText();
      if (seen.add(subject + "/" + version)) {
        if (seen.size() > MOST) {
          throw new RegistryException("a schema refers to more than " + MOST + " others", false);
        }
        JsonNode referred = registry.apply(subject, version);
        follow(referred.path("references"));
        parser.parse(referred.path("schema").asText());
      }
    }
  }
}
