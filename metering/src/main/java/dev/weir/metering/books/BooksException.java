package dev.weir.metering.books;

import java.io.IOException;
import java.nio.file.Path;

/** Books that cannot be read, or not be written by this build; names the file and the mend. */
public final class BooksException extends IOException {

  private static final long serialVersionUID = 1L;

  public BooksException(String message) {
    super(message);
  }

  BooksException(Path file, String what) {
    this(file + ": " + what);
  }
}
