package dev.weir.jobs.file;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file that cannot be a run's ledger, or not now. Nothing was drawn and nothing charged. Names
 * the file as it was given, and the mend.
 */
public final class LedgerFileException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Whose it is to mend. */
  public enum Kind {
    /** The user's, who named a file that is something else. */
    OTHER_FILE,
    /** That of who looks after the place where it is. */
    PLACE,
    /** Nobody's: another run has it. */
    IN_USE
  }

  private final Kind kind;

  LedgerFileException(Kind kind, Path given, String what) {
    super(given + ": " + what);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
