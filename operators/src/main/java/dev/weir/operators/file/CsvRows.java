package dev.weir.operators.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a CSV file. Where text follows a closing quote, or a cell is longer than a record may
 * be, or never ends, nobody knows which lines were meant as rows: each line of such a row becomes
 * an unreadable row of its own, so that none is read as what it may not be and all are counted.
 */
final class CsvRows {

  /**
   * One row.
   *
   * @param bytes without the end of line
   * @param line its first
   * @param readable whether its cells can be told apart
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Row(byte[] bytes, long line, boolean readable) {}

  private final Lines lines;
  private final int maxBytes;
  private final Queue<Row> unreadable = new ArrayDeque<>();
  private CsvQuotes.State state = CsvQuotes.State.ENDED;

  /**
   * @param maxBytes of a row that is read
   */
  CsvRows(Lines lines, int maxBytes) {
    this.lines = lines;
    this.maxBytes = maxBytes;
  }

  /** The next row; null at the end. */
  @Nullable Row next(CsvQuotes quotes) throws IOException {
    if (unreadable.isEmpty()) {
      return state == CsvQuotes.State.OPEN ? goOn(quotes) : start(quotes);
    }
    return unreadable.remove();
  }

  /** Reads a row to its end, or to where it is none any more. */
  private @Nullable Row start(CsvQuotes quotes) throws IOException {
    quotes.startRow();
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    Row line;
    do {
      line = goOn(quotes);
      if (line != null) {
        unreadable.add(line);
        whole.writeBytes(line.bytes());
        whole.write('\n');
      }
    } while (line != null && state == CsvQuotes.State.OPEN && whole.size() <= maxBytes);
    Row first = unreadable.poll();
    boolean ended = line != null && state == CsvQuotes.State.ENDED;
    if (first == null || !ended || whole.size() > maxBytes + 2) {
      return first;
    }
    unreadable.clear();
    return new Row(withoutEnd(whole.toByteArray()), first.line(), true);
  }

  /** One line, unreadable as long as the row that it belongs to has not ended well. */
  private @Nullable Row goOn(CsvQuotes quotes) throws IOException {
    byte[] line = lines.next();
    state = line == null ? CsvQuotes.State.ENDED : quotes.line(line);
    return line == null ? null : new Row(line, lines.line(), false);
  }

  private static byte[] withoutEnd(byte[] row) {
    return JsonLines.withoutReturn(Arrays.copyOf(row, row.length - 1));
  }
}
