package dev.weir.tokenization;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The key of one subject: 32 random bytes that all of the subject's erasable tokens depend on, for
 * every partner. While it is there, and the partner's key, they can be read; once it is gone nobody
 * can.
 */
public final class SubjectKey {

  /** Bytes of a key. */
  public static final int BYTES = 32;

  private static final byte[] LOCATOR =
      LengthPrefixed.encode(TokenBinding.VERSION, "subject-locator");

  private final byte[] key;
  private final byte[] locator;

  private SubjectKey(byte[] key) {
    this.key = key;
    byte[] hashed = new byte[KeyedHash.LENGTH];
    new KeyedHash(key, LOCATOR).hash(key, 0, 0, hashed, 0);
    this.locator = Arrays.copyOf(hashed, ErasableTokenizer.LOCATOR_BYTES);
  }

  /**
   * A key of those bytes.
   *
   * @param bytes {@link #BYTES} of them, copied
   */
  public static SubjectKey of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a subject's key has " + BYTES + " bytes");
    }
    return new SubjectKey(bytes.clone());
  }

  /** Bytes for a new key. */
  public static byte[] draw(SecureRandom random) {
    byte[] drawn = new byte[BYTES];
    random.nextBytes(drawn);
    return drawn;
  }

  /**
   * What a token says of the subject, to the owner alone: it finds the key among those of all
   * subjects, and means nothing once the key is gone. In hex.
   */
  String locator() {
    return HexFormat.of().formatHex(locator);
  }

  byte[] locatorBytes() {
    return locator;
  }

  byte[] bytes() {
    return key;
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "SubjectKey[hidden]";
  }
}
