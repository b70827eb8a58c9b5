package dev.weir.tokenization.keys;

import com.google.crypto.tink.Aead;
import dev.weir.tokenization.KeyException;
import java.nio.file.Path;

/** What opens the keyring of a directory. */
sealed interface KeyringLock permits PassphraseLock, ServiceLock {

  /** What tells this lock from others of the kind: hashed, and kept by nobody. */
  byte[] secret();

  /** A new keyring under it. */
  byte[] create();

  /**
   * The cipher of the directory's key files.
   *
   * @throws KeyException if it does not open, or the keyring is under another kind of lock
   */
  Aead open(Path keyring, byte[] content);
}
