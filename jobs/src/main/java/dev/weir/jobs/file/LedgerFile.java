package dev.weir.jobs.file;

import dev.weir.operators.statistics.LedgerRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * What runs over files have spent: a row a window, added to by every run that ends well. It takes
 * its name before what was released takes its own: if the machine stops between, something was
 * charged and not released, and never the other way round.
 */
public final class LedgerFile {

  /** Of a run's own, unless it is given another. */
  public static final String NAME = "ledger.jsonl";

  private final Path file;
  private final byte[] before;

  private LedgerFile(Path file, byte[] before) {
    this.file = file;
    this.before = before;
  }

  /**
   * The file as it is; one that is not there is empty.
   *
   * @throws FileSystemException if it cannot be read, or not as a ledger: then nobody knows what
   *     was spent
   */
  public static LedgerFile open(Path file) throws IOException {
    LedgerFile ledger = new LedgerFile(file, content(file));
    List<LedgerRow> unused = ledger.rows();
    return ledger;
  }

  private static byte[] content(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }

  /** What was charged before. */
  public List<LedgerRow> rows() throws IOException {
    List<LedgerRow> rows = new ArrayList<>();
    List<String> lines = new String(before, StandardCharsets.UTF_8).lines().toList();
    for (int line = 0; line < lines.size(); line++) {
      if (!lines.get(line).isBlank()) {
        rows.add(row(lines.get(line), line + 1));
      }
    }
    return rows;
  }

  private LedgerRow row(String text, int line) throws FileSystemException {
    try {
      return LedgerRow.parse(text.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException noRow) {
      throw new FileSystemException(
          file + ":" + line, null, "is no row of a ledger, so that what was spent is not known");
    }
  }

  /**
   * Adds rows to it.
   *
   * @throws FileSystemException if another run has added some since it was opened; nothing is added
   */
  void add(byte[] rows) throws IOException {
    if (!Arrays.equals(before, content(file))) {
      throw new FileSystemException(
          file.toString(), null, "another run has charged windows meanwhile; run again");
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(before);
    if (before.length > 0 && before[before.length - 1] != '\n') {
      all.write('\n');
    }
    all.writeBytes(rows);
    put(all.toByteArray());
  }

  /** As it was before. */
  void undo() throws IOException {
    if (before.length == 0) {
      Files.deleteIfExists(file);
    } else {
      put(before);
    }
  }

  private void put(byte[] content) throws IOException {
    Path whole = file.toAbsolutePath();
    Path next = whole.resolveSibling("." + whole.getFileName() + "." + UUID.randomUUID());
    try {
      Files.write(next, content);
      Files.move(next, whole, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(next);
    }
  }
}
