package dev.weir.plan.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A printed step in one line: its name, and the settings that say how much is left. */
final class StepText {

  /** Told by {@link TokenSettings}, or long. */
  private static final Set<String> ELSEWHERE = Set.of("step", "key", "context", "digest");

  private StepText() {}

  static String of(JsonNode step) {
    List<String> words = new ArrayList<>();
    words.add(step.path("step").asText());
    step.fields()
        .forEachRemaining(
            setting -> {
              if (!ELSEWHERE.contains(setting.getKey())) {
                words.add(setting.getKey() + "=" + text(setting.getValue()));
              }
            });
    return String.join(" ", words);
  }

  private static String text(JsonNode value) {
    return value.isTextual() ? value.asText() : value.toString();
  }
}
