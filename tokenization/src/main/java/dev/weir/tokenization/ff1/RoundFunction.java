package dev.weir.tokenization.ff1;

import static dev.weir.tokenization.aes.AesBlocks.BLOCK;

import dev.weir.tokenization.aes.AesBlocks;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What is added in each round: SP 800-38G algorithm 7, steps 5 and 6.i to 6.iii. The CBC-MAC of P
 * is computed once for each length of text and tweak, and that of the tweak once for each text, so
 * that a round of a text of up to 19 digits or so is one call of AES.
 */
final class RoundFunction {

  private final AesBlocks aes;
  private final int radix;

  /** CBC-MAC of P, for the lengths at hand. */
  private final byte[] ofP = new byte[BLOCK];

  private int ofLength = -1;
  private int ofTweakLength = -1;

  /** CBC-MAC of P and the whole blocks of the tweak and its padding. */
  private final byte[] begun = new byte[BLOCK];

  /** What comes after: the rest of the tweak and padding, the round, and the half's number. */
  private byte[] rest = new byte[0];

  private int bytes;
  private byte[] output = new byte[BLOCK];
  private final byte[] in = new byte[BLOCK];
  private final byte[] counted = new byte[BLOCK];

  RoundFunction(byte[] key, int radix) {
    if (key.length != 16 && key.length != 24 && key.length != 32) {
      throw new IllegalArgumentException("an AES key has 16, 24 or 32 bytes, not " + key.length);
    }
    this.aes = AesBlocks.ecb(key.clone());
    this.radix = radix;
  }

  /**
   * Starts a text.
   *
   * @param length its numerals
   * @param numberBytes that its longer half takes as a number: b of the standard
   */
  void begin(int length, int numberBytes, byte[] tweak) {
    if (length != ofLength || tweak.length != ofTweakLength) {
      macP(length, tweak.length);
    }
    bytes = numberBytes;
    int padded = (tweak.length + 1 + numberBytes + BLOCK - 1) / BLOCK * BLOCK;
    byte[] q = Arrays.copyOf(tweak, padded);
    int whole = (padded - 1 - numberBytes) / BLOCK * BLOCK;
    System.arraycopy(ofP, 0, begun, 0, BLOCK);
    for (int at = 0; at < whole; at += BLOCK) {
      chain(begun, q, at);
    }
    rest = Arrays.copyOfRange(q, whole, padded);
    int room = (drawn() + BLOCK - 1) / BLOCK * BLOCK;
    output = output.length == room ? output : new byte[room];
  }

  /** P: method, radix, rounds, lengths. */
  private void macP(int length, int tweakLength) {
    ByteBuffer p = ByteBuffer.allocate(BLOCK);
    p.put((byte) 1).put((byte) 2).put((byte) 1);
    p.put((byte) (radix >>> 16)).putShort((short) radix);
    p.put((byte) 10).put((byte) (length / 2)).putInt(length).putInt(tweakLength);
    Arrays.fill(ofP, (byte) 0);
    chain(ofP, p.array(), 0);
    ofLength = length;
    ofTweakLength = tweakLength;
  }

  /** The bytes that a round draws: d of the standard. */
  int drawn() {
    return (bytes + 3) / 4 * 4 + 4;
  }

  /** Where a half's number goes, big-endian, before a round. */
  byte[] number() {
    return rest;
  }

  int numberFrom() {
    return rest.length - bytes;
  }

  /** The {@link #drawn} bytes (and more, not to be read) of a round for the number put in. */
  byte[] round(int round) {
    rest[rest.length - bytes - 1] = (byte) round;
    System.arraycopy(begun, 0, output, 0, BLOCK);
    for (int at = 0; at < rest.length; at += BLOCK) {
      chain(output, rest, at);
    }
    for (int block = 1; block * BLOCK < drawn(); block++) {
      lengthen(block);
    }
    return output;
  }

  /** Step iii: further blocks are AES of the first with a counter mixed in. */
  private void lengthen(int block) {
    System.arraycopy(output, 0, in, 0, BLOCK);
    for (int i = 0; i < Integer.BYTES; i++) {
      in[BLOCK - 1 - i] ^= (byte) (block >>> 8 * i);
    }
    aes.encrypt(in, BLOCK, counted);
    System.arraycopy(counted, 0, output, block * BLOCK, BLOCK);
  }

  /** {@code state = AES(state xor block)}. */
  private void chain(byte[] state, byte[] blocks, int at) {
    for (int i = 0; i < BLOCK; i++) {
      in[i] = (byte) (state[i] ^ blocks[at + i]);
    }
    aes.encrypt(in, BLOCK, counted);
    System.arraycopy(counted, 0, state, 0, BLOCK);
  }
}
