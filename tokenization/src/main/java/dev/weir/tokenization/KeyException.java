package dev.weir.tokenization;

/**
 * A key, or what guards it, cannot be used. The message names the key or file and the mend, never a
 * byte of its content.
 */
public final class KeyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is the matter, for callers that act on it. */
  public enum Kind {
    /** A key or key directory is not there. */
    MISSING,
    /** The passphrase is not where it is looked for, is empty, or cannot be read. */
    NO_PASSPHRASE,
    /** The passphrase opens nothing here (or the file that would show it is damaged). */
    WRONG_PASSPHRASE,
    /** A file is not as it was written. */
    DAMAGED,
    /** Others on the machine may read the file. */
    UNSAFE,
    /** A provider, version or kind of key that this build does not know. */
    UNSUPPORTED,
    /** The file system said no. */
    UNREADABLE,
    /** A key management service said no, or did not answer. */
    SERVICE
  }

  private final Kind kind;
  private final String command;

  public KeyException(Kind kind, String message) {
    this(kind, message, "");
  }

  /**
   * @param command that mends it
   */
  public KeyException(Kind kind, String message, String command) {
    super(message);
    this.kind = kind;
    this.command = command;
  }

  public Kind kind() {
    return kind;
  }

  /** What mends it, for a shell; empty if there is no one command. */
  public String command() {
    return command;
  }
}
