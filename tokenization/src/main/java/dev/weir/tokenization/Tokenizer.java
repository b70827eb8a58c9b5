package dev.weir.tokenization;

/**
 * Makes the token of a value for one partner, scheme, scope and domain: the same value gives the
 * same token, and no other context gives that token.
 *
 * <p>Confined to one thread: it holds ciphers that are reused.
 */
public interface Tokenizer {

  /** The most bytes that the token text of a value of that many bytes takes. */
  int maxTokenLength(int valueLength);

  /**
   * Writes the token text (base64url without padding, ASCII) of a value.
   *
   * @param value holds the value's UTF-8 from {@code from} to {@code to}, exclusive
   * @param out has room for {@link #maxTokenLength} bytes from {@code at}
   * @return the position after the token
   * @throws TokenizationException if the value cannot be tokenized; the message does not hold it
   */
  int tokenize(byte[] value, int from, int to, byte[] out, int at);
}
