package dev.weir.privacy.risk;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** What a class is known by: 128 bits of a hash of what its rows show, never that itself. */
public record ClassId(long high, long low) {

  /**
   * @param shown codes that are the same for rows of one class alone
   */
  public static ClassId of(long... shown) {
    ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * shown.length);
    for (long code : shown) {
      bytes.putLong(code);
    }
    ByteBuffer hash = ByteBuffer.wrap(sha256().digest(bytes.array()));
    return new ClassId(hash.getLong(), hash.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "ClassId";
  }
}
