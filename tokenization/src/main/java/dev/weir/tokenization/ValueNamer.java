package dev.weir.tokenization;

import java.nio.ByteBuffer;

/**
 * Names values, so that what is remembered of a value can be found again without the value: 128
 * bits of the PRF of a binding and the value. Without the key a name tells nothing; who has the key
 * can try values. Confined to one thread.
 */
public final class ValueNamer {

  private final KeyedHash hash;
  private final byte[] name = new byte[KeyedHash.LENGTH];
  private final ByteBuffer read = ByteBuffer.wrap(name);

  /**
   * @param binding what is hashed before the value; no binding of another use begins like it
   */
  ValueNamer(byte[] key, byte[] binding) {
    hash = new KeyedHash(key, binding);
  }

  /** Names the value that lies there. */
  public void name(byte[] value, int from, int to) {
    hash.hash(value, from, to, name, 0);
  }

  /** The first 64 bits of the last name. */
  public long high() {
    return read.getLong(0);
  }

  /** The second 64 bits of the last name. */
  public long low() {
    return read.getLong(Long.BYTES);
  }
}
