package dev.weir.tokenization.ff1;

import java.math.BigInteger;

/** The two halves of a text as numbers: A and B of SP 800-38G algorithms 7 and 8. */
sealed interface Halves permits SmallHalves, LargeHalves {

  /** The halves of texts of that length: with longs where they do, else exactly. */
  static Halves of(int radix, int length) {
    int longer = length - length / 2;
    BigInteger texts = BigInteger.valueOf(radix).pow(longer);
    int bytes = (texts.subtract(BigInteger.ONE).bitLength() + 7) / 8;
    return texts.bitLength() <= SmallHalves.MAX_BITS
        ? new SmallHalves(radix, length, bytes)
        : new LargeHalves(radix, length, bytes);
  }

  /** The bytes of the longer half's number: b of the standard. */
  int bytes();

  void load(int[] numerals, int from);

  void store(int[] numerals, int from);

  /** One round of encryption. */
  void forward(RoundFunction function, int round);

  /** The same round of decryption. */
  void backward(RoundFunction function, int round);
}
