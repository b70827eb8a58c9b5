package dev.weir.jobs.start;

import dev.weir.config.document.Document;
import dev.weir.config.gateway.Gateway;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.DocumentPath;
import dev.weir.jobs.kafka.FixedProperties;
import java.util.Optional;

/** What the names of Kafka's properties say, before any broker is asked. */
public final class PropertyNames {

  /** Why one may not stand there. */
  record Refusal(String message, String mend) {}

  private PropertyNames() {}

  /** Notes each that a promise rests on, as that a release is written once, and unknown ones. */
  public static void check(Document<Gateway> gateway, Problems problems) {
    for (String property : gateway.value().kafka().properties().keySet()) {
      of(property)
          .ifPresent(
              refusal ->
                  gateway.problem(
                      problems,
                      EnvironmentRule.KAFKA_PROPERTY,
                      DocumentPath.ROOT.key("kafka").key("properties").key(property),
                      refusal.message(),
                      refusal.mend()));
    }
  }

  static Optional<Refusal> of(String property) {
    return FixedProperties.refusal(property)
        .map(why -> new Refusal("the property may not be set: " + why, "Remove it"))
        .or(
            () ->
                FixedProperties.unknown(property)
                    .map(mend -> new Refusal("no Kafka client has this property", mend)));
  }
}
