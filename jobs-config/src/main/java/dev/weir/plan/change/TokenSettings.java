package dev.weir.plan.change;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** What a token rests on besides the value: if it differs, the same value has another token. */
final class TokenSettings {

  private static final List<String> SETTINGS =
      List.of(
          "/scheme",
          "/key/partner",
          "/key/use",
          "/context/scope",
          "/context/domain",
          "/pad",
          "/format",
          "/subjectKeys");

  private TokenSettings() {}

  /** Which settings of two tokens differ, in words; empty if none does, or one is no token. */
  static String different(JsonNode was, JsonNode is) {
    return token(was) && token(is)
        ? SETTINGS.stream()
            .filter(setting -> !was.at(setting).equals(is.at(setting)))
            .map(setting -> setting.substring(setting.lastIndexOf('/') + 1))
            .collect(Collectors.joining(", "))
        : "";
  }

  private static boolean token(JsonNode step) {
    return step.path("step").asText().equals("tokenize");
  }
}
