package dev.weir.config.problem;

/**
 * One breach of one rule.
 *
 * @param path where in the document, as {@code releases[0].fields.email}; empty for the whole file
 * @param message what is wrong, a sentence without its full stop
 * @param mend what to do: a sentence without its full stop, or a question; may be empty
 */
public record Problem(Rule rule, Location location, String path, String message, String mend) {

  /** Whether it stops the work. */
  public boolean isError() {
    return rule.severity() == Severity.ERROR;
  }

  /**
   * {@code file:line:column path: [rule-id] what is wrong. the mend}; a warning has {@code
   * warning:} after the rule.
   */
  @Override
  public String toString() {
    return location
        + (path.isEmpty() ? "" : " " + path)
        + ": ["
        + rule.id()
        + "] "
        + (isError() ? "" : "warning: ")
        + message
        + "."
        + (mend.isEmpty() ? "" : " " + mend + (mend.endsWith("?") ? "" : "."));
  }
}
