package dev.weir.config.gateway;

import dev.weir.config.bind.Block;
import dev.weir.config.bind.Choice;
import dev.weir.config.bind.Form;
import dev.weir.config.bind.Part;
import dev.weir.config.bind.Scalars;
import dev.weir.config.bind.Words;
import dev.weir.config.gateway.SourceTopic.Format;
import dev.weir.config.gateway.SourceTopic.StartFrom;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where products are read. */
final class SourceForms {

  private static final Form<StartFrom> START_FROM =
      new Choice<>(
          "where a source begins",
          new Words<>(starts()),
          null,
          Map.of("timestamp", Block.of(StartFrom.Timestamp.class)));

  static final Form<SourceTopic> FORM =
      Block.of(SourceTopic.class)
          .with("topic", Scalars.TOPIC)
          .with("startFrom", START_FROM)
          .with("subject", new Words<>(Map.of("key", "key")))
          .orElse("trustProducerClock", false)
          .checked(SourceForms::schema);

  private SourceForms() {}

  private static Map<String, StartFrom> starts() {
    Map<String, StartFrom> starts = new LinkedHashMap<>();
    starts.put("earliest", new StartFrom.Earliest());
    starts.put("latest", new StartFrom.Latest());
    return starts;
  }

  private static void schema(SourceTopic source, Part part) {
    boolean named = source.schema() != null;
    if (named != (source.format() == Format.AVRO)) {
      part.key("schema")
          .note(
              GatewayRule.SOURCE_FORMAT,
              named
                  ? "A schema file changes nothing for this format"
                  : "Bare Avro cannot be read without its schema",
              named ? "Leave it out, or write format: avro" : "Write schema: the .avsc file");
    }
  }
}
