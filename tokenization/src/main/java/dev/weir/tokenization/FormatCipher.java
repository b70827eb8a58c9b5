package dev.weir.tokenization;

import dev.weir.tokenization.TokenizationException.Kind;
import dev.weir.tokenization.ff1.Ff1;
import java.util.Arrays;

/**
 * FF1 under a key that the PRF derives from the binding: HMAC-SHA-256 of {@code weir/1}, {@code
 * format-preserving}, scope and domain, each with its length before it. So two bindings have keys
 * that have nothing to do with one another. What is kept is FF1's tweak (SP 800-38G, appendix C):
 * equal middles of two card numbers do not show where their kept ends differ.
 *
 * <p>With a Luhn digit, all hidden digits but the last are encrypted, and the last is set to what
 * makes the number right. Confined to one thread.
 */
final class FormatCipher {

  private final TokenFormat format;
  private final FormatAlphabet alphabet;
  private final FormattedText text;
  private final Ff1 ff1;

  FormatCipher(byte[] key, TokenBinding binding, TokenFormat format) {
    this.format = format;
    this.alphabet = new FormatAlphabet(format.alphabet());
    this.text = new FormattedText(alphabet);
    this.ff1 = new Ff1(derived(key, binding), alphabet.size());
  }

  private static byte[] derived(byte[] key, TokenBinding binding) {
    byte[] derived = new byte[KeyedHash.LENGTH];
    new KeyedHash(key, binding.encoded()).hash(derived, 0, 0, derived, 0);
    return derived;
  }

  int maxLength(int valueLength) {
    return Math.multiplyExact(valueLength, alphabet.longest());
  }

  /** Writes the value's token; as {@link Tokenizer#tokenize}. */
  int encrypt(byte[] value, int from, int to, byte[] out, int at) {
    int hidden = read(value, from, to);
    ff1.encrypt(text.numerals(), format.keepFirst(), format.keepFirst() + hidden, tweak());
    return write(hidden, out, at);
  }

  /** Writes the value of a token, which may be anything that has the format. */
  int decrypt(byte[] token, int from, int to, byte[] out, int at) {
    int hidden = read(token, from, to);
    ff1.decrypt(text.numerals(), format.keepFirst(), format.keepFirst() + hidden, tweak());
    return write(hidden, out, at);
  }

  /** How many numerals are to be encrypted; the rest is kept, or the Luhn digit. */
  private int read(byte[] value, int from, int to) {
    text.read(value, from, to);
    int hidden = text.count() - format.keepFirst() - format.keepLast() - (format.luhn() ? 1 : 0);
    if (hidden > Ff1.MAX_LENGTH) {
      throw new TokenizationException(
          Kind.UNFIT, "the value has more than " + Ff1.MAX_LENGTH + " characters to encrypt");
    }
    if (!ff1.fits(hidden)) {
      throw new TokenizationException(
          Kind.NOT_IN_FORMAT, "the value is too short: too few values are left to encrypt");
    }
    if (format.luhn() && !Luhn.holds(text.numerals(), text.count())) {
      throw new TokenizationException(Kind.CHECK_DIGIT, "the value's Luhn digit is wrong");
    }
    return hidden;
  }

  private byte[] tweak() {
    return text.ends(format.keepFirst(), format.keepLast());
  }

  private int write(int hidden, byte[] out, int at) {
    if (format.luhn()) {
      Luhn.set(text.numerals(), text.count(), format.keepFirst() + hidden);
    }
    return text.write(out, at);
  }

  /** What a text of the format stands for. */
  byte[] decrypted(byte[] token) {
    byte[] out = new byte[maxLength(token.length)];
    return Arrays.copyOf(out, decrypt(token, 0, token.length, out, 0));
  }
}
