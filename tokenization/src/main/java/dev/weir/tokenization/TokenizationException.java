package dev.weir.tokenization;

/** A value cannot be tokenized; says why without saying what. */
public final class TokenizationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TokenizationException(String message) {
    super(message);
  }
}
