package dev.weir.tokenization;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * HMAC-SHA-256 (RFC 2104, FIPS 198-1) as a PRF, with what comes first fixed. The hashes of key and
 * prefix are computed once and copied for each value, which takes little more than half the time of
 * {@code javax.crypto.Mac}. Confined to one thread.
 */
final class KeyedHash {

  static final int LENGTH = 32;

  private static final int BLOCK = 64;

  /** To be copied: to look one up costs as much as a hash. */
  private static final MessageDigest EMPTY = sha256();

  /** SHA-256 that has read the inner padded key and the prefix. */
  private final MessageDigest inner;

  /** SHA-256 that has read the outer padded key. */
  private final MessageDigest outer;

  /**
   * @param key of at most 64 bytes: longer ones would be hashed first, and no key here is
   */
  KeyedHash(byte[] key, byte[] prefix) {
    inner = keyed(key, 0x36);
    inner.update(prefix);
    outer = keyed(key, 0x5c);
  }

  private static MessageDigest keyed(byte[] key, int pad) {
    if (key.length > BLOCK) {
      throw new IllegalArgumentException("a key has at most 64 bytes, not " + key.length);
    }
    byte[] block = Arrays.copyOf(key, BLOCK);
    for (int i = 0; i < BLOCK; i++) {
      block[i] ^= (byte) pad;
    }
    MessageDigest digest = copy(EMPTY);
    digest.update(block);
    Arrays.fill(block, (byte) 0);
    return digest;
  }

  /** Writes the {@link #LENGTH} bytes for the prefix and then the value. */
  void hash(byte[] value, int from, int to, byte[] out, int at) {
    try {
      MessageDigest hash = copy(inner);
      hash.update(value, from, to - from);
      hash.digest(out, at, LENGTH);
      hash = copy(outer);
      hash.update(out, at, LENGTH);
      hash.digest(out, at, LENGTH);
    } catch (DigestException e) {
      throw new IllegalStateException("SHA-256 had too little room", e);
    }
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this Java runtime's SHA-256 cannot be copied", e);
    }
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }
}
