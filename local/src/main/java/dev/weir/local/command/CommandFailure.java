package dev.weir.local.command;

/** Ends a command with an exit code and a message for its user, who sees no stack trace. */
final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Exit exit;

  /**
   * @param message what is wrong and the mend, without a data value; may be several lines; empty if
   *     all has been said
   */
  CommandFailure(Exit exit, String message) {
    super(message, null, false, false);
    this.exit = exit;
  }

  Exit exit() {
    return exit;
  }

  String text() {
    return String.valueOf(getMessage());
  }
}
