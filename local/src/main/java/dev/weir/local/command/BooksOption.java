package dev.weir.local.command;

import dev.weir.metering.books.Books;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import picocli.CommandLine.Option;

/** Which books. */
final class BooksOption {

  @Option(
      names = "--charges",
      paramLabel = "DIR",
      defaultValue = "charges",
      description = "The books: usage, ledger and what was rated (${DEFAULT-VALUE}).")
  private Path directory = Path.of("charges");

  Path directory() {
    return directory;
  }

  Books read() throws IOException {
    return Books.read(directory);
  }

  Books write() throws IOException {
    return Books.write(directory);
  }

  /** When an entry is made: nobody needs parts of a second. */
  static Instant now(CommandContext context) {
    return context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
  }
}
