package dev.weir.jobs.control;

/** A command was not sent, or will not be obeyed. The message says why, and the mend. */
public final class SendRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SendRefusedException(String message) {
    super(message);
  }
}
