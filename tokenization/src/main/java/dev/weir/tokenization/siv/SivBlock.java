package dev.weir.tokenization.siv;

import dev.weir.tokenization.aes.AesBlocks;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Arithmetic on blocks of 16 bytes. */
final class SivBlock {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());

  private SivBlock() {}

  /** Zeros in the block that starts at {@code at}; {@code Arrays.fill} takes longer for so few. */
  static void clear(byte[] bytes, int at) {
    LONGS.set(bytes, at, 0L);
    LONGS.set(bytes, at + Long.BYTES, 0L);
  }

  /** {@code into ^= other}, over one block that starts at {@code at}. */
  static void xor(byte[] into, int at, byte[] other) {
    for (int i = 0; i < AesBlocks.BLOCK; i += Long.BYTES) {
      LONGS.set(into, at + i, (long) LONGS.get(into, at + i) ^ (long) LONGS.get(other, i));
    }
  }

  /** Twice the block in GF(2^128) (RFC 5297 section 2.3), in constant time. */
  static byte[] doubled(byte[] block) {
    byte[] result = new byte[AesBlocks.BLOCK];
    int carry = 0;
    for (int i = AesBlocks.BLOCK - 1; i >= 0; i--) {
      int bits = (block[i] & 0xff) << 1 | carry;
      result[i] = (byte) bits;
      carry = bits >>> 8;
    }
    result[AesBlocks.BLOCK - 1] ^= (byte) (0x87 & -carry);
    return result;
  }
}
