package dev.weir.jobs.file;

import dev.weir.operators.statistics.LedgerRow;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * What runs over files have spent: a row a window, added to by every run that ends well. It takes
 * its name before what was released takes its own: if the machine stops between, something was
 * charged and not released, and never the other way round. One run at a time has it open.
 */
public final class LedgerFile implements Closeable {

  /** Of a run's own, unless it is given another. */
  public static final String NAME = "ledger.jsonl";

  private final LedgerPlace place;
  private final LedgerLock lock;
  private final boolean existed;
  private final byte[] before;
  private final List<LedgerRow> rows;

  private LedgerFile(LedgerPlace place, LedgerLock lock) throws IOException {
    this.place = place;
    this.lock = lock;
    this.existed = Files.exists(place.real());
    this.before = content(place.real());
    this.rows = rows(place.given(), before);
  }

  /**
   * The file as it is, for a run that adds to it; one that is not there is empty. Nobody else opens
   * it before it is closed.
   *
   * @throws LedgerFileException if another run has it open, it cannot be written, or it is no
   *     ledger: then nobody knows what was spent
   */
  static LedgerFile open(Path file) throws IOException {
    LedgerPlace place = LedgerPlace.of(file);
    LedgerLock lock = LedgerLock.take(place.real(), file);
    try {
      return new LedgerFile(place, lock);
    } catch (IOException | RuntimeException notOpened) {
      lock.close();
      throw notOpened;
    }
  }

  /**
   * What a file says was charged; of one that is not there, nothing.
   *
   * @throws LedgerFileException if it is no ledger
   */
  public static List<LedgerRow> read(Path file) throws IOException {
    return rows(file, content(file));
  }

  private static byte[] content(Path file) throws IOException {
    return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
  }

  private static List<LedgerRow> rows(Path file, byte[] content) throws LedgerFileException {
    List<LedgerRow> rows = new ArrayList<>();
    List<String> lines = new String(content, StandardCharsets.UTF_8).lines().toList();
    for (int line = 0; line < lines.size(); line++) {
      if (!lines.get(line).isBlank()) {
        rows.add(row(file, lines.get(line), line + 1));
      }
    }
    return List.copyOf(rows);
  }

  private static LedgerRow row(Path file, String text, int line) throws LedgerFileException {
    try {
      return LedgerRow.parse(text.getBytes(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException noRow) {
      throw new LedgerFileException(
          LedgerFileException.Kind.OTHER_FILE,
          file,
          "line "
              + line
              + " is no row of a ledger, so that what was spent is not known. Name the file that"
              + " runs have charged, or bring it back as it was.");
    }
  }

  /** What was charged before. */
  List<LedgerRow> rows() {
    return rows;
  }

  /** As {@link LedgerPlace#requireApart}. */
  void requireApart(RunFiles ends, Collection<String> results) throws IOException {
    place.requireApart(ends, results);
  }

  /**
   * Adds rows to it.
   *
   * @throws LedgerFileException if somebody has written to it who did not ask whether it is open;
   *     nothing is added
   */
  void add(byte[] rows) throws IOException {
    if (existed != Files.exists(place.real()) || !Arrays.equals(before, content(place.real()))) {
      throw new LedgerFileException(
          LedgerFileException.Kind.IN_USE,
          place.given(),
          "somebody has changed it during the run, which released nothing. Run again.");
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
    if (existed) {
      put(before);
    } else {
      Files.deleteIfExists(place.real());
    }
  }

  private void put(byte[] content) throws IOException {
    Path real = place.real();
    Path next = real.resolveSibling("." + real.getFileName() + "." + UUID.randomUUID());
    try {
      Files.write(next, content);
      Files.move(next, real, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException notPut) {
      throw named(notPut);
    } finally {
      Files.deleteIfExists(next);
    }
  }

  /** The system's words, which hold nothing of the rows, and no name that the user did not give. */
  private FileSystemException named(IOException notPut) {
    String reason =
        notPut instanceof FileSystemException ofFile ? ofFile.getReason() : notPut.getMessage();
    return new FileSystemException(place.given().toString(), null, reason);
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }
}
