package dev.weir.tokenization.keys;

import com.google.crypto.tink.Aead;
import java.lang.ref.WeakReference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The directory keys that something in this process still holds, so that a hundred subtasks opening
 * one directory pay for one derivation. Held weakly: when the last holder is gone, so is the key.
 * Found by SHA-256 of the keyring file and the secret of its lock, so another passphrase finds
 * nothing.
 */
final class OpenedKeyrings {

  private static final Map<String, WeakReference<Aead>> OPENED = new HashMap<>();

  private OpenedKeyrings() {}

  /** The key that is open already, or else what {@code open} gives; one at a time. */
  static synchronized Aead get(byte[] keyring, KeyringLock lock, Supplier<Aead> open) {
    OPENED.values().removeIf(held -> held.get() == null);
    String name = name(keyring, lock);
    WeakReference<Aead> held = OPENED.get(name);
    Aead known = held == null ? null : held.get();
    if (known != null) {
      return known;
    }
    Aead opened = open.get();
    OPENED.put(name, new WeakReference<>(opened));
    return opened;
  }

  /** The file ends where its JSON does, so file and secret cannot be mistaken. */
  private static String name(byte[] keyring, KeyringLock lock) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      sha256.update(sha256.digest(keyring));
      return HexFormat.of().formatHex(sha256.digest(lock.secret()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java runtime has no SHA-256", e);
    }
  }
}
