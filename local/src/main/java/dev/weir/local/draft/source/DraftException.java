package dev.weir.local.draft.source;

/** A file from which nothing can be drafted; the message says why and the mend, without a value. */
public final class DraftException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public DraftException(String message) {
    super(message, null, false, false);
  }
}
