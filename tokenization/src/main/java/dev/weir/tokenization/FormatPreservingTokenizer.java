package dev.weir.tokenization;

/** Tokens that look like their values: see {@link FormatCipher}. */
final class FormatPreservingTokenizer implements Tokenizer {

  private final FormatCipher cipher;

  FormatPreservingTokenizer(FormatCipher cipher) {
    this.cipher = cipher;
  }

  @Override
  public int maxTokenLength(int valueLength) {
    return cipher.maxLength(valueLength);
  }

  @Override
  public int tokenize(byte[] value, int from, int to, byte[] out, int at) {
    return cipher.encrypt(value, from, to, out, at);
  }
}
