package dev.weir.operators.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/**
 * The cells of a row. Bytes go through the parser as ISO 8859-1 and come back as they were: all
 * that CSV is made of is ASCII, and whether the text between is UTF-8 is for decode to judge.
 */
final class CsvCells {

  private final CSVFormat format;

  CsvCells(char delimiter) {
    format =
        CSVFormat.RFC4180
            .builder()
            .setDelimiter(delimiter)
            .setIgnoreEmptyLines(false)
            .setIgnoreSurroundingSpaces(false)
            .get();
  }

  /** The cells' bytes; null if the row is not exactly one row of CSV. */
  byte @Nullable [][] of(byte[] row) {
    try (CSVParser parser = CSVParser.parse(new String(row, StandardCharsets.ISO_8859_1), format)) {
      List<CSVRecord> records = parser.getRecords();
      return records.size() == 1 ? bytes(records.get(0)) : null;
    } catch (IOException | UncheckedIOException broken) {
      return null;
    }
  }

  private static byte[][] bytes(CSVRecord record) {
    return record.stream()
        .map(cell -> cell.getBytes(StandardCharsets.ISO_8859_1))
        .toArray(byte[][]::new);
  }
}
