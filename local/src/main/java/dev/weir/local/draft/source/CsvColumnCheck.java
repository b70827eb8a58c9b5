package dev.weir.local.draft.source;

import dev.weir.config.FieldPath;
import dev.weir.config.FieldPath.Segment;
import dev.weir.config.LogicalType;
import dev.weir.plan.Shape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells a header row from a row of data: of a file without header the first record would else stand
 * as names in what is drafted.
 */
final class CsvColumnCheck {

  private CsvColumnCheck() {}

  /**
   * The names of all columns.
   *
   * @throws DraftException if one has none, or one that looks like a value
   */
  static List<FieldPath> names(Path file, List<@Nullable FieldPath> columns) {
    List<FieldPath> names = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      FieldPath path = columns.get(i);
      if (path == null || path.repeated() || isData(path)) {
        throw refused(file, i + 1);
      }
      names.add(path);
    }
    return names;
  }

  /** Its names, or all of it: the dots of an e-mail address part names too. */
  private static boolean isData(FieldPath path) {
    List<String> names = path.segments().stream().map(Segment::name).toList();
    return names.stream().anyMatch(ObjectCounts::looksLikeData)
        || ObjectCounts.looksLikeData(String.join(".", names));
  }

  /**
   * Holds the names against the rows: a name that recurs as a value of its own column is one.
   *
   * @throws DraftException if there is such a name
   */
  static void notData(Path file, ObjectCounts rows) {
    int column = 0;
    for (FieldCounts field : rows.fields().values()) {
      column++;
      if (field.leaf().named() > 1) {
        throw refused(file, column);
      }
      notData(file, field.object());
    }
  }

  private static DraftException refused(Path file, int column) {
    return new DraftException(
        file
            + " has no name for column "
            + column
            + ", or what stands there is data and not a name. Put a header row with the fields'"
            + " names into its first line.");
  }

  /** Every column as a text. */
  static Shape.Fields shape(List<FieldPath> columns) {
    Map<String, List<FieldPath>> below = new LinkedHashMap<>();
    for (FieldPath path : columns) {
      String name = path.segments().get(0).name();
      below.computeIfAbsent(name, unseen -> new ArrayList<>()).add(path);
    }
    List<Shape.Field> fields = new ArrayList<>();
    below.forEach((name, paths) -> fields.add(new Shape.Field(name, false, inside(paths))));
    return new Shape.Fields(fields);
  }

  private static Shape inside(List<FieldPath> paths) {
    List<FieldPath> rest =
        paths.stream()
            .filter(path -> path.segments().size() > 1)
            .map(path -> new FieldPath(path.segments().subList(1, path.segments().size())))
            .toList();
    return rest.isEmpty() ? new Shape.Leaf(LogicalType.STRING, null) : shape(rest);
  }
}
