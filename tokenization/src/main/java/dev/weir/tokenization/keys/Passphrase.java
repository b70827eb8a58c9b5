package dev.weir.tokenization.keys;

import dev.weir.tokenization.KeyException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The secret that a key directory is encrypted under. Closing it wipes it; what the environment or
 * a {@code String} held before is beyond reach.
 */
public final class Passphrase implements AutoCloseable {

  private final byte[] utf8;
  private boolean closed;

  private Passphrase(byte[] utf8) {
    this.utf8 = utf8;
  }

  /**
   * Of that text.
   *
   * @throws KeyException if it is empty
   */
  public static Passphrase of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of a copy of those bytes, which are UTF-8 if people type them. */
  static Passphrase of(byte[] utf8) {
    if (utf8.length == 0) {
      throw new KeyException(
          KeyException.Kind.NO_PASSPHRASE, "the passphrase for the keys is empty; set one");
    }
    return new Passphrase(utf8.clone());
  }

  /** The secret itself, not a copy. */
  byte[] bytes() {
    if (closed) {
      throw new IllegalStateException("the passphrase was wiped");
    }
    return utf8;
  }

  @Override
  public void close() {
    closed = true;
    Arrays.fill(utf8, (byte) 0);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "Passphrase[hidden]";
  }
}
