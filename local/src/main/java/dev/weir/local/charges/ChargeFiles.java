package dev.weir.local.charges;

import dev.weir.metering.books.Books;
import dev.weir.metering.books.BooksNames;
import dev.weir.metering.focus.FocusBreach;
import dev.weir.metering.focus.FocusCheck;
import dev.weir.metering.focus.FocusCsv;
import dev.weir.metering.focus.FocusRows;
import dev.weir.metering.focus.FocusTable;
import dev.weir.metering.focus.FocusVersion;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Files of a billing period, {@code 2026-11/acme.csv} and {@code .parquet} of each partner. A file
 * takes its name when it is whole, in the place of the one that was there.
 */
public final class ChargeFiles {

  private interface Form {
    void write(FocusTable table, Path file) throws IOException;
  }

  private final Path directory;

  private ChargeFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * Writes them.
   *
   * @return their paths; none where nothing is billed in that month
   * @throws IllegalStateException if a table breaks a rule of FOCUS: nothing was written then
   */
  public static List<Path> write(
      Books books, YearMonth billed, FocusVersion version, Path directory) throws IOException {
    FocusTable all = FocusRows.of(books.ledger().entries(), billed, BooksNames.of(books), version);
    List<FocusBreach> breaches = FocusCheck.check(all);
    if (!breaches.isEmpty()) {
      throw new IllegalStateException("a table breaks FOCUS: " + breaches.get(0));
    }
    ChargeFiles files = new ChargeFiles(directory.resolve(billed.toString()));
    List<Path> written = new ArrayList<>();
    for (Map.Entry<String, FocusTable> one : all.byPartner().entrySet()) {
      written.add(files.write(one.getKey() + ".csv", one.getValue(), ChargeFiles::csv));
      written.add(files.write(one.getKey() + ".parquet", one.getValue(), FocusParquet::write));
    }
    return written;
  }

  private Path write(String name, FocusTable table, Form form) throws IOException {
    Files.createDirectories(directory);
    Path draft = directory.resolve(name + ".draft");
    form.write(table, draft);
    return Files.move(draft, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  private static void csv(FocusTable table, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file)) {
      FocusCsv.write(table, out);
    }
  }
}
