package dev.weir.tokenization;

import dev.weir.tokenization.siv.AesSiv;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A name for a key that tells nothing of it: the first 8 bytes of SHA-256 over the use, the key's
 * id and what the key itself gives for a text that no token has ({@code fingerprint} stands where a
 * scheme would). The key is random and of 256 bits or more, so the name cannot be tried out. It is
 * written into plans and state: it may never change.
 */
final class Fingerprint {

  private Fingerprint() {}

  static String of(KeyUse use, int keyId, byte[] key) {
    byte[] label = LengthPrefixed.encode(TokenBinding.VERSION, "fingerprint", use.word());
    byte[] given = use == KeyUse.DETERMINISTIC ? siv(key, label) : prf(key, label);
    MessageDigest digest = KeyedHash.sha256();
    digest.update(label);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(keyId).array());
    digest.update(given);
    return HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 8));
  }

  private static byte[] siv(byte[] key, byte[] label) {
    byte[] out = new byte[AesSiv.OVERHEAD];
    new AesSiv(key, List.of(label)).seal(new byte[0], 0, 0, out, 0);
    return out;
  }

  private static byte[] prf(byte[] key, byte[] label) {
    byte[] out = new byte[KeyedHash.LENGTH];
    new KeyedHash(key, label).hash(new byte[0], 0, 0, out, 0);
    return out;
  }
}
