package dev.weir.tokenization;

/**
 * A value cannot be tokenized; says why without saying what. Without a stack trace: it is an answer
 * to one value of many, not a fault of the program.
 */
public final class TokenizationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is the matter with the value. */
  public enum Kind {
    /** It is longer than its pad, or than any that is encrypted, or no text. */
    UNFIT,
    /** It is not of the format: another character, or too few to encrypt. */
    NOT_IN_FORMAT,
    /** Its check digit is wrong. */
    CHECK_DIGIT,
    /** Its token needs a subject's key, and there is no subject. */
    NO_SUBJECT
  }

  private final Kind kind;

  public TokenizationException(Kind kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
