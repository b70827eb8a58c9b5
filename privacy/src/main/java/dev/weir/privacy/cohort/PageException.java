package dev.weir.privacy.cohort;

/** A page that this build cannot read: nothing is decided on half a state. */
public final class PageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PageException(String message) {
    super(message);
  }
}
