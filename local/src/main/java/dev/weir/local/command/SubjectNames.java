package dev.weir.local.command;

import dev.weir.operators.record.ValueName;
import dev.weir.tokenization.ValueNamer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The names that subjects are remembered under, of ids that are shown nowhere. */
final class SubjectNames {

  private SubjectNames() {}

  /**
   * The names of the ids that stand there, a line each.
   *
   * @throws CommandFailure if there is none
   */
  static List<String> read(InputStream ids, ValueNamer namer) throws IOException {
    List<String> names =
        new String(ids.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(id -> !id.isEmpty())
            .map(id -> name(id.getBytes(StandardCharsets.UTF_8), namer))
            .distinct()
            .toList();
    if (names.isEmpty()) {
      throw new CommandFailure(
          Exit.USAGE, "Standard input holds no id. Give those of the subjects, a line each.");
    }
    return names;
  }

  private static String name(byte[] id, ValueNamer namer) {
    namer.name(id, 0, id.length);
    return new ValueName(namer.high(), namer.low()).hex();
  }
}
