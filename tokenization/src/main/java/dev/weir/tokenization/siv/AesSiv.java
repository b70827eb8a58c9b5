package dev.weir.tokenization.siv;

import static dev.weir.tokenization.aes.AesBlocks.BLOCK;

import dev.weir.tokenization.aes.AesBlocks;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

/**
 * AES-SIV (RFC 5297) for one key and one vector of associated data, whose part of S2V is computed
 * once. Encryption is deterministic: it shows which values are equal, and their lengths; nothing
 * else as long as a key sees fewer than 2^48 values (RFC 5297 section 7). It is authentic: what was
 * not sealed with the same key and associated data does not open.
 *
 * <p>Two calls of the JCE for each value and no allocation but for a value longer than any before.
 * Confined to one thread.
 */
public final class AesSiv {

  /** What a sealed value is longer than the value. */
  public static final int OVERHEAD = BLOCK;

  private final Cmac cmac;
  private final AesBlocks counter;

  /** S2V of the associated data: D of RFC 5297 section 2.4 before the last string. */
  private final byte[] prefix;

  /** What a value shorter than a block is mixed with: twice D, and CMAC's key for full blocks. */
  private final byte[] shortPrefix;

  private byte[] input = new byte[4 * BLOCK];
  private byte[] output = new byte[4 * BLOCK];

  /**
   * @param key 32, 48 or 64 bytes: AES-128, -192 or -256 twice; copied
   * @param associatedData the vector, in order; may be empty, as may its parts
   */
  public AesSiv(byte[] key, List<byte[]> associatedData) {
    if (key.length != 32 && key.length != 48 && key.length != 64) {
      throw new IllegalArgumentException(
          "an AES-SIV key has 32, 48 or 64 bytes, not " + key.length);
    }
    cmac = new Cmac(Arrays.copyOf(key, key.length / 2));
    counter = AesBlocks.ecb(Arrays.copyOfRange(key, key.length / 2, key.length));
    prefix = prefixOf(associatedData);
    shortPrefix = SivBlock.doubled(prefix);
    SivBlock.xor(shortPrefix, 0, cmac.fullKey());
  }

  private byte[] prefixOf(List<byte[]> associatedData) {
    byte[] result = cmac.of(new byte[BLOCK]);
    for (byte[] part : associatedData) {
      result = SivBlock.doubled(result);
      SivBlock.xor(result, 0, cmac.of(part));
    }
    return result;
  }

  /**
   * Writes the synthetic IV and then the ciphertext.
   *
   * @param out has room for {@link #OVERHEAD} bytes more than the plaintext, from {@code at}; not
   *     the array of the plaintext
   * @return the position after it
   */
  public int seal(byte[] plaintext, int from, int to, byte[] out, int at) {
    room(to - from);
    int mac = s2v(plaintext, from, to);
    System.arraycopy(output, mac, out, at, BLOCK);
    crypt(out, at, plaintext, from, to, out, at + BLOCK);
    return at + BLOCK + to - from;
  }

  /**
   * The plaintext of what {@link #seal} wrote.
   *
   * @return how many bytes were written from {@code at}; -1 if it is not authentic, and then what
   *     was written is wiped
   */
  public int open(byte[] sealed, int from, int to, byte[] out, int at) {
    int length = to - from - BLOCK;
    if (length < 0) {
      return -1;
    }
    room(length);
    crypt(sealed, from, sealed, from + BLOCK, to, out, at);
    int mac = s2v(out, at, at + length);
    byte[] said = Arrays.copyOfRange(sealed, from, from + BLOCK);
    if (MessageDigest.isEqual(said, Arrays.copyOfRange(output, mac, mac + BLOCK))) {
      return length;
    }
    Arrays.fill(out, at, at + length, (byte) 0);
    return -1;
  }

  /** S2V (section 2.4) of the associated data and the value; says where in output it lies. */
  private int s2v(byte[] value, int from, int to) {
    int length = to - from;
    if (length >= BLOCK) {
      SivBlock.clear(input, Cmac.roomFor(length) - BLOCK);
      System.arraycopy(value, from, input, 0, length);
      SivBlock.xor(input, length - BLOCK, prefix);
      return cmac.finish(input, length, output);
    }
    System.arraycopy(shortPrefix, 0, input, 0, BLOCK);
    for (int i = 0; i < length; i++) {
      input[i] ^= value[from + i];
    }
    input[length] ^= (byte) 0x80;
    return cmac.finishMixed(input, BLOCK, output);
  }

  /** Counter mode from the IV with its two bits cleared (section 2.5). */
  private void crypt(byte[] iv, int ivAt, byte[] in, int from, int to, byte[] out, int at) {
    int length = to - from;
    if (length == 0) {
      return;
    }
    int room = Cmac.roomFor(length);
    counterBlocks(iv, ivAt, room);
    counter.encrypt(input, room, output);
    for (int i = 0; i < length; i++) {
      out[at + i] = (byte) (in[from + i] ^ output[i]);
    }
  }

  /** The cleared top bit of the last word leaves room to count to 2^31 without a carry. */
  private void counterBlocks(byte[] iv, int ivAt, int room) {
    System.arraycopy(iv, ivAt, input, 0, BLOCK);
    input[8] &= 0x7f;
    input[12] &= 0x7f;
    int first = word(input, 12);
    for (int at = BLOCK; at < room; at += BLOCK) {
      System.arraycopy(input, 0, input, at, BLOCK - Integer.BYTES);
      putWord(input, at + 12, first + at / BLOCK);
    }
  }

  private static int word(byte[] bytes, int at) {
    return (bytes[at] & 0xff) << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | bytes[at + 3] & 0xff;
  }

  private static void putWord(byte[] bytes, int at, int word) {
    bytes[at] = (byte) (word >>> 24);
    bytes[at + 1] = (byte) (word >>> 16);
    bytes[at + 2] = (byte) (word >>> 8);
    bytes[at + 3] = (byte) word;
  }

  private void room(int length) {
    int room = Cmac.roomFor(length);
    if (input.length < room) {
      input = new byte[room];
      output = new byte[room];
    }
  }
}
