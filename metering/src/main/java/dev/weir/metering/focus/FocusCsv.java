package dev.weir.metering.focus;

import java.io.IOException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Tables as CSV (RFC 4180), a null as an empty cell.
 *
 * <p>A text that a spreadsheet would run as a formula gets an apostrophe in front: one that begins,
 * behind blanks or not, with {@code = + - @} or their full-width forms, or with a tab or a line end
 * (OWASP, "CSV Injection"). Numbers are left as they are: a negative one is no formula.
 */
public final class FocusCsv {

  private static final String STARTS = "=+-@\uFF1D\uFF0B\uFF0D\uFF20";
  private static final String BLANKS = "\t\r\n";

  private FocusCsv() {}

  /** Writes header and rows; {@code out} is not closed. */
  public static void write(FocusTable table, Appendable out) throws IOException {
    CSVPrinter printer = new CSVPrinter(out, CSVFormat.RFC4180);
    printer.printRecord(table.header());
    for (FocusRow row : table.rows()) {
      for (String column : table.header()) {
        printer.print(safe(row.text(column)));
      }
      printer.println();
    }
  }

  static @Nullable String safe(@Nullable String cell) {
    if (cell == null || cell.isEmpty() || Formats.isNumber(cell)) {
      return cell;
    }
    int first = cell.codePoints().filter(c -> !isBlank(c)).findFirst().orElse(' ');
    boolean formula = BLANKS.indexOf(cell.charAt(0)) >= 0 || STARTS.indexOf(first) >= 0;
    return formula ? "'" + cell : cell;
  }

  /** What a reader may skip: spaces of all kinds, control characters and those without width. */
  private static boolean isBlank(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT;
  }
}
