package dev.weir.config.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code replace} looks values up in: a CSV file of two columns and no header row, UTF-8,
 * parted by commas, semicolons or tabs.
 *
 * @param digest SHA-256 of the file's bytes, hex
 * @param rows from the first column to the second
 */
public record ReplaceTable(String digest, Map<String, String> rows) {

  public ReplaceTable {
    rows = Map.copyOf(rows);
  }

  /**
   * Reads a table.
   *
   * @throws TableException if the file is not there, is not UTF-8, has no rows, a row that is not
   *     of two cells, or a value in two rows
   */
  public static ReplaceTable read(Path file) throws TableException {
    TableFile content = TableFile.read(file);
    Map<String, String> rows = new LinkedHashMap<>();
    List<Integer> again = new ArrayList<>();
    for (TableFile.Row row : content.rowsOf(2)) {
      if (rows.putIfAbsent(row.cells().get(0), row.cells().get(1)) != null) {
        again.add(row.number());
      }
    }
    if (!again.isEmpty()) {
      throw new TableException(
          "Rows " + again + " begin with a value that an earlier row begins with",
          "Leave one row for each value");
    }
    return new ReplaceTable(content.digest(), rows);
  }

  /** Whether all that may leave is an integer, as {@link #integer}. */
  public static boolean integers(Collection<String> texts) {
    return texts.stream().allMatch(ReplaceTable::integer);
  }

  /** Whether a text is an integer as JSON writes it. */
  public static boolean integer(String text) {
    return text.matches("-?(0|[1-9][0-9]*)");
  }

  /** Without the rows, whose left column is data. */
  @Override
  public String toString() {
    return "ReplaceTable[" + digest + "]";
  }
}
