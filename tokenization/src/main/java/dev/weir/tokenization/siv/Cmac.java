package dev.weir.tokenization.siv;

import static dev.weir.tokenization.aes.AesBlocks.BLOCK;

import dev.weir.tokenization.aes.AesBlocks;
import java.util.Arrays;

/** CMAC (RFC 4493; NIST SP 800-38B) under one key. Confined to one thread. */
final class Cmac {

  private final AesBlocks chain;

  /** Goes into the last block if the message fills it, and if it does not. */
  private final byte[] fullKey;

  private final byte[] partKey;

  Cmac(byte[] key) {
    chain = AesBlocks.chained(key);
    byte[] zero = new byte[BLOCK];
    chain.encrypt(new byte[BLOCK], BLOCK, zero);
    fullKey = SivBlock.doubled(zero);
    partKey = SivBlock.doubled(fullKey);
  }

  /** What the last block of a message that fills it is mixed with. */
  byte[] fullKey() {
    return fullKey;
  }

  /** The MAC of a message, for the few that are not on the hot path. */
  byte[] of(byte[] message) {
    byte[] buffer = Arrays.copyOf(message, roomFor(message.length));
    byte[] out = new byte[buffer.length];
    int last = finish(buffer, message.length, out);
    return Arrays.copyOfRange(out, last, last + BLOCK);
  }

  /** The bytes that a message takes in {@link #finish}: whole blocks, at least one. */
  static int roomFor(int length) {
    return Math.max(BLOCK, (length + BLOCK - 1) & -BLOCK);
  }

  /**
   * The MAC of the first {@code length} bytes of a buffer, which is spoilt.
   *
   * @param buffer has {@link #roomFor} them, zeros behind them; so much room has {@code out}
   * @return where in {@code out} the MAC begins
   */
  int finish(byte[] buffer, int length, byte[] out) {
    int room = roomFor(length);
    if (length < room) {
      buffer[length] = (byte) 0x80;
    }
    SivBlock.xor(buffer, room - BLOCK, length < room ? partKey : fullKey);
    return finishMixed(buffer, room, out);
  }

  /** As {@link #finish} for whole blocks, the last of which is padded and mixed already. */
  int finishMixed(byte[] buffer, int room, byte[] out) {
    chain.encrypt(buffer, room, out);
    return room - BLOCK;
  }
}
