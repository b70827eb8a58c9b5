package dev.weir.privacy.totals;

import java.math.BigInteger;
import java.util.List;

/**
 * C times a stream, step by step, in whole numbers: ten buffers, each a decaying sum in multiples
 * of 2^-60, rounded down. Secret: holds exact values.
 */
final class ExactBuffers {

  private final Decay decay;
  private final BigInteger[] buffers;

  ExactBuffers(Decay decay, List<BigInteger> buffers) {
    this.decay = decay;
    this.buffers = buffers.toArray(BigInteger[]::new);
  }

  /**
   * What C has for a step in which that much is added, in multiples of 2^-latticeBits, rounded
   * down.
   */
  long step(long added, int latticeBits) {
    BigInteger fixed = BigInteger.valueOf(added).shiftLeft(Decay.BITS);
    BigInteger product = fixed.shiftLeft(Decay.BITS);
    for (int i = 0; i < buffers.length; i++) {
      product = product.add(buffers[i].multiply(BigInteger.valueOf(decay.weight(i))));
      buffers[i] =
          buffers[i].add(fixed).multiply(BigInteger.valueOf(decay.power(i))).shiftRight(Decay.BITS);
    }
    return product.shiftRight(2 * Decay.BITS - latticeBits).longValueExact();
  }

  List<BigInteger> buffers() {
    return List.of(buffers);
  }
}
