package dev.weir.config.table;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** The bytes and text of a CSV file whose delimiter has to be found. */
record TableFile(String digest, String text) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * @param number from 1, blank lines not counted
   */
  record Row(int number, List<String> cells) {}

  static TableFile read(Path file) throws TableException {
    try {
      byte[] bytes = Files.readAllBytes(file);
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean marked = text.startsWith(BYTE_ORDER_MARK);
      return new TableFile(sha256(bytes), marked ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      throw new TableException("The table is not UTF-8", "Save it as UTF-8");
    } catch (IOException e) {
      throw new TableException(
          "There is no such table, or it cannot be read",
          "The path is relative to this file; check the name");
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The rows by the one delimiter that gives each of them so many cells. */
  List<Row> rowsOf(int cells) throws TableException {
    for (char delimiter : new char[] {',', ';', '\t'}) {
      List<Row> rows = rows(delimiter);
      if (!rows.isEmpty() && rows.stream().allMatch(row -> row.cells().size() == cells)) {
        return rows;
      }
    }
    throw new TableException(
        "The table has no rows, or rows of more or fewer than " + cells + " cells",
        "Write " + cells + " columns, parted by commas, semicolons or tabs; no header row");
  }

  private List<Row> rows(char delimiter) throws TableException {
    CSVFormat format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      return parser.stream()
          .filter(row -> row.size() > 1 || !row.get(0).isBlank())
          .map(row -> new Row((int) row.getRecordNumber(), Arrays.asList(row.values())))
          .toList();
    } catch (IOException | java.io.UncheckedIOException | IllegalStateException e) {
      throw new TableException("The table has a quote that does not end", "Close the quote");
    }
  }
}
