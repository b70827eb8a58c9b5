package dev.weir.local.draft.source;

import dev.weir.local.draft.field.Draft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** Drafts from a file, by what its name ends in. */
public final class DraftSource {

  private DraftSource() {}

  /**
   * Whether the file is a contract, whose own text is kept.
   *
   * @param file as the user named it
   */
  public static boolean isContract(Path file) {
    return ends(file, ".yaml") || ends(file, ".yml");
  }

  /**
   * What is in a sample or a schema.
   *
   * @throws DraftException if nothing can be drafted from it
   * @throws dev.weir.operators.file.InputException if a sample cannot be read
   * @throws IOException if a schema cannot be read
   */
  public static Draft read(Path file) throws IOException {
    if (ends(file, ".jsonl")) {
      return Samples.jsonLines(file);
    } else if (isCsv(file)) {
      return Samples.csv(file);
    } else if (ends(file, ".avsc")) {
      return AvroSchemaDraft.of(file);
    }
    throw new DraftException(
        file
            + " does not say by its name what it holds. Give a contract (.yaml), an Avro schema"
            + " (.avsc) or a sample (.jsonl, .csv).");
  }

  /** Whether its first row is taken for names. */
  public static boolean isCsv(Path file) {
    return ends(file, ".csv");
  }

  private static boolean ends(Path file, String ending) {
    return file.toString().toLowerCase(Locale.ROOT).endsWith(ending);
  }

  /** The file's name without its ending. */
  static String stem(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "" : last.toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** A name as an id: small letters, digits and hyphens; {@code product} where nothing is left. */
  public static String id(String name) {
    String id =
        name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-+|-+$", "");
    return id.isEmpty() ? "product" : id.substring(0, Math.min(id.length(), 60));
  }
}
