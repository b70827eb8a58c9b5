package dev.weir.operators.file;

import dev.weir.config.FieldPath;
import dev.weir.config.problem.Location;
import dev.weir.config.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file's header row.
 *
 * @param paths the field that each column names, in written form; null where a name is no path, and
 *     therefore no field's
 */
record CsvHeader(char delimiter, List<@Nullable FieldPath> paths, Location location) {

  static final String DELIMITERS = ",;\t";

  /**
   * Reads the file's first row.
   *
   * @throws InputException if there is none, or as {@link #of}
   */
  static CsvHeader read(CsvRows rows, String file) throws IOException {
    CsvRows.Row first = rows.next(new CsvQuotes(DELIMITERS));
    if (first == null || JsonLines.isBlank(first.bytes())) {
      throw InputException.of(
          InputRule.INPUT_EMPTY,
          Location.start(file),
          "the file does not begin with a header row",
          "Put the fields' names into its first line");
    }
    if (returnsWithin(first.bytes())) {
      throw InputException.of(
          InputRule.INPUT_LINES,
          Location.start(file),
          "the lines end in CR alone, so that the whole file is one row",
          "Write it with the line ends LF or CRLF");
    }
    return of(first, new Location(file, 1, 1));
  }

  /** Outside of quotes; at the end it belongs to a line feed. */
  private static boolean returnsWithin(byte[] row) {
    boolean quoted = false;
    for (int i = 0; i < row.length - 1; i++) {
      quoted ^= row[i] == '"';
      if (row[i] == '\r' && !quoted) {
        return true;
      }
    }
    return false;
  }

  /**
   * Finds the delimiter: the one that gives the most columns, the first of {@link #DELIMITERS}
   * among equals.
   *
   * @throws InputException if a column's name is not UTF-8, or stands twice
   */
  static CsvHeader of(CsvRows.Row row, Location location) {
    char best = ',';
    byte[][] cells = {};
    for (char delimiter : DELIMITERS.toCharArray()) {
      byte[][] found = new CsvCells(delimiter).of(row.bytes());
      if (found != null && found.length > cells.length) {
        best = delimiter;
        cells = found;
      }
    }
    return named(best, cells, location, !row.readable() || cells.length == 0);
  }

  private static CsvHeader named(char delimiter, byte[][] cells, Location at, boolean broken) {
    List<Problem> problems = new ArrayList<>();
    if (broken) {
      problems.add(problem(at, "the header row's quotes do not match", "Mend the quotes"));
    }
    List<@Nullable FieldPath> paths = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < cells.length; i++) {
      String name = decoded(cells[i]);
      FieldPath path = name == null ? null : parsed(name);
      if (name == null) {
        problems.add(problem(at, "the name of column " + (i + 1) + " is not UTF-8", "Rename it"));
      } else {
        Integer same = name.isEmpty() ? null : seen.put(path == null ? name : path.toString(), i);
        if (same != null) {
          problems.add(problem(at, twice(same, i), "Rename or remove one of them"));
        }
      }
      paths.add(path);
    }
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
    return new CsvHeader(delimiter, paths, at);
  }

  private static String twice(int one, int other) {
    return "columns " + (one + 1) + " and " + (other + 1) + " have the same name";
  }

  private static Problem problem(Location at, String message, String mend) {
    return new Problem(InputRule.INPUT_COLUMN, at, "", message, mend);
  }

  private static @Nullable String decoded(byte[] cell) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(cell)).toString();
    } catch (CharacterCodingException ill) {
      return null;
    }
  }

  private static @Nullable FieldPath parsed(String name) {
    try {
      return FieldPath.parse(name);
    } catch (IllegalArgumentException noPath) {
      return null;
    }
  }
}
