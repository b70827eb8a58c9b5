package dev.weir.tokenization;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104, FIPS 198-1) as a PRF, with what comes first fixed. One thread's. */
final class KeyedHash {

  static final int LENGTH = 32;

  private final Mac mac;
  private final byte[] prefix;

  KeyedHash(byte[] key, byte[] prefix) {
    this.prefix = prefix.clone();
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no HMAC-SHA-256", e);
    }
  }

  /** Writes the {@link #LENGTH} bytes for the prefix and then the value. */
  void hash(byte[] value, int from, int to, byte[] out, int at) {
    try {
      mac.update(prefix);
      mac.update(value, from, to - from);
      mac.doFinal(out, at);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HMAC-SHA-256 had too little room", e);
    }
  }
}
