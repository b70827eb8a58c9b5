package dev.weir.tokenization;

/**
 * A value cannot be tokenized; says why without saying what. Without a stack trace: it is an answer
 * to one value of many, not a fault of the program.
 */
public final class TokenizationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TokenizationException(String message) {
    super(message, null, false, false);
  }
}
