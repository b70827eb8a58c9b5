package dev.weir.operators.file;

import dev.weir.config.FieldPath;
import dev.weir.config.problem.Location;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The names of a CSV file's columns, found as {@link SourceFile} finds them. */
public final class CsvNames {

  private CsvNames() {}

  /**
   * The field that each column names; null where a name is no path.
   *
   * @throws InputException if the file cannot be read, or does not begin with a header row
   */
  public static List<@Nullable FieldPath> of(Path file, SourceFile.FileLimits limits) {
    String name = file.toString();
    try (InputStream in = Files.newInputStream(file)) {
      return CsvHeader.read(Csv.rows(in, limits), name).paths();
    } catch (IOException unreadable) {
      throw InputException.unreadable(Location.start(name), unreadable);
    }
  }
}
