package dev.weir.config.table;

/** A file that is no table; the message says which lines, never what stands in them. */
public final class TableException extends Exception {

  private static final long serialVersionUID = 1;

  private final String mend;

  TableException(String message, String mend) {
    super(message);
    this.mend = mend;
  }

  /** What to do, a sentence without its full stop. */
  public String mend() {
    return mend;
  }
}
