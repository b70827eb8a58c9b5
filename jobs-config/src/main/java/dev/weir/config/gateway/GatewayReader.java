package dev.weir.config.gateway;

import dev.weir.config.bind.Form;
import dev.weir.config.bind.Part;
import dev.weir.config.gateway.SourceTopic.Format;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.YamlNode;
import java.nio.file.Path;
import java.util.Optional;

/** Reads gateways. */
public final class GatewayReader {

  private static final Form<Gateway> FORM = GatewayForm.FORM.checked(GatewayReader::registry);

  private GatewayReader() {}

  /** What a gateway may say. */
  public static Form<Gateway> form() {
    return FORM;
  }

  /**
   * The gateway; every problem of the file itself is noted.
   *
   * @param file as the user named it
   * @return as far as it could be read, so that its files can be judged; empty if it does not even
   *     name them
   */
  public static Optional<Gateway> read(YamlNode root, Path file, Problems problems) {
    return FORM.read(Part.root(root, problems));
  }

  private static void registry(Gateway gateway, Part part) {
    gateway
        .sources()
        .forEach(
            (product, source) -> {
              if (source.format() == Format.CONFLUENT_AVRO
                  && gateway.kafka().schemaRegistry() == null) {
                part.key("sources")
                    .key(product)
                    .key("format")
                    .note(
                        GatewayRule.SOURCE_FORMAT,
                        "This format takes its schemas from a registry, and none is named",
                        "Write kafka.schemaRegistry.url");
              }
            });
  }
}
