package dev.weir.config.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Files that a rule refuses, and files that it just accepts: {@code rules.yaml} says how. */
final class RuleExamples {

  private static final List<String> FILES =
      List.of(
          "product.yaml", "acme.yaml", "umbra.yaml", "gateway.yaml", "prices.yaml", "gender.csv");

  /** One change of one file. */
  private record Edit(
      String file,
      @Nullable String copyOf,
      String was,
      @Nullable String refused,
      @Nullable String accepted) {}

  private final Map<String, List<Map<String, String>>> rules;

  @SuppressWarnings("unchecked") // a file of this package's own
  RuleExamples() throws IOException {
    try (InputStream yaml = resource("rules.yaml")) {
      rules =
          (Map<String, List<Map<String, String>>>)
              new Load(LoadSettings.builder().build()).loadFromInputStream(yaml);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(RuleExamples.class.getResourceAsStream(name), name);
  }

  /** The files that the rule refuses, written into the directory. */
  void refused(String rule, Path directory) throws IOException {
    copy(directory);
    for (Edit edit : edits(rule)) {
      apply(edit, edit.refused, directory);
    }
  }

  /** The files that the rule accepts, written into the directory. */
  void accepted(String rule, Path directory) throws IOException {
    copy(directory);
    for (Edit edit : edits(rule)) {
      apply(edit, edit.accepted, directory);
    }
  }

  /** The rules that have an example. */
  List<String> names() {
    return List.copyOf(rules.keySet());
  }

  private List<Edit> edits(String rule) {
    return Objects.requireNonNull(rules.get(rule), () -> "no example of " + rule).stream()
        .map(
            edit ->
                new Edit(
                    Objects.requireNonNull(edit.get("file")),
                    edit.get("copyOf"),
                    Objects.requireNonNull(edit.get("was")),
                    edit.get("refused"),
                    edit.get("accepted")))
        .toList();
  }

  private static void copy(Path directory) throws IOException {
    for (String file : FILES) {
      try (InputStream text = resource(file)) {
        Files.write(directory.resolve(file), text.readAllBytes());
      }
    }
  }

  private static void apply(Edit edit, @Nullable String by, Path directory) throws IOException {
    Path file = directory.resolve(edit.file);
    if (edit.copyOf != null) {
      try (InputStream text = resource(edit.copyOf)) {
        Files.write(file, text.readAllBytes());
      }
    }
    String text = Files.readString(file);
    int at = text.indexOf(edit.was);
    if (at < 0) {
      throw new IllegalArgumentException(edit.file + " has no " + edit.was);
    }
    if (by != null) {
      Files.writeString(file, text.substring(0, at) + by + text.substring(at + edit.was.length()));
    }
  }
}
