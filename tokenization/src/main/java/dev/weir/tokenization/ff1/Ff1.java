package dev.weir.tokenization.ff1;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;

/**
 * FF1 (NIST SP 800-38G, section 5.1, with the least domain of Rev. 1): a permutation of all texts
 * of one length over one alphabet, chosen by a key and a tweak. Whoever does not have the key
 * learns from a ciphertext which texts of one length and tweak are equal, and nothing else. It is
 * not authentic: every text decrypts to something.
 *
 * <p>Confined to one thread.
 */
public final class Ff1 {

  /**
   * The most numerals of an alphabet. 65,536 is within the standard, but the engines that we check
   * ours against do not agree there.
   */
  public static final int MAX_RADIX = 65_535;

  /** The least number of texts that a key permutes: SP 800-38G Rev. 1 requires it. */
  public static final int LEAST_DOMAIN = 1_000_000;

  /** The most numerals of a text: so that no text takes more than a few ms. */
  public static final int MAX_LENGTH = 1_024;

  private static final int ROUNDS = 10;

  private final int radix;
  private final RoundFunction function;
  private final Map<Integer, Halves> halves = new HashMap<>();
  private final int minLength;

  /**
   * @param key 16, 24 or 32 bytes; copied
   * @param radix numerals of the alphabet, from 2 to {@link #MAX_RADIX}
   */
  public Ff1(byte[] key, int radix) {
    if (radix < 2 || radix > MAX_RADIX) {
      throw new IllegalArgumentException(
          "an alphabet has from 2 to " + MAX_RADIX + " characters, not " + radix);
    }
    this.radix = radix;
    this.function = new RoundFunction(key, radix);
    this.minLength = minLength(radix);
  }

  /** The fewest numerals whose texts are at least {@link #LEAST_DOMAIN}. */
  public static int minLength(int radix) {
    BigInteger least = BigInteger.valueOf(LEAST_DOMAIN);
    int length = 1;
    while (BigInteger.valueOf(radix).pow(length).compareTo(least) < 0) {
      length++;
    }
    return Math.max(2, length);
  }

  /** Whether texts of so many numerals are encrypted: enough for the domain, and not too many. */
  public boolean fits(int length) {
    return length >= minLength && length <= MAX_LENGTH;
  }

  /**
   * Encrypts the numerals in place.
   *
   * @param numerals each from 0 to the radix, exclusive, from {@code from} to {@code to}
   * @throws IllegalArgumentException if their number does not {@link #fits}, or one is too large
   */
  public void encrypt(int[] numerals, int from, int to, byte[] tweak) {
    Halves text = load(numerals, from, to, tweak);
    for (int round = 0; round < ROUNDS; round++) {
      text.forward(function, round);
    }
    text.store(numerals, from);
  }

  /** Decrypts the numerals in place; otherwise as {@link #encrypt}. */
  public void decrypt(int[] numerals, int from, int to, byte[] tweak) {
    Halves text = load(numerals, from, to, tweak);
    for (int round = ROUNDS - 1; round >= 0; round--) {
      text.backward(function, round);
    }
    text.store(numerals, from);
  }

  private Halves load(int[] numerals, int from, int to, byte[] tweak) {
    int length = to - from;
    if (!fits(length)) {
      throw new IllegalArgumentException(
          "from " + minLength + " to " + MAX_LENGTH + " numerals, not " + length);
    }
    for (int at = from; at < to; at++) {
      if (numerals[at] < 0 || numerals[at] >= radix) {
        throw new IllegalArgumentException("a numeral is not of the alphabet");
      }
    }
    Halves text = halves.computeIfAbsent(length, any -> Halves.of(radix, length));
    function.begin(length, text.bytes(), tweak);
    text.load(numerals, from);
    return text;
  }
}
