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
            .map(id -> name(bare(id).getBytes(StandardCharsets.UTF_8), namer))
            .distinct()
            .toList();
    if (names.isEmpty()) {
      throw new CommandFailure(
          Exit.USAGE, "Standard input holds no id. Give those of the subjects, a line each.");
    }
    return names;
  }

  /** The same: with anything around it an id is nobody's, and its purge would change nothing. */
  private static String bare(String id) {
    if (!id.equals(id.strip()) || id.startsWith("\uFEFF")) {
      throw new CommandFailure(
          Exit.PROBLEM,
          "An id on standard input has spaces around it, or a byte order mark before it, so that it"
              + " would be nobody's; nothing was sent. Take them away.");
    }
    return id;
  }

  private static String name(byte[] id, ValueNamer namer) {
    namer.name(id, 0, id.length);
    return new ValueName(namer.high(), namer.low()).hex();
  }
}
