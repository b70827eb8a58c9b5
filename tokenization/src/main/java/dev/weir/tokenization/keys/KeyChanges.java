package dev.weir.tokenization.keys;

import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.NewKeyset;
import dev.weir.tokenization.PartnerKeys;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;

/**
 * What happens to keys of a directory after they are made. Each change is written whole or not at
 * all, and reaches a running job only when it opens its keys again.
 */
public final class KeyChanges {

  private final KeyDirectory directory;

  public KeyChanges(KeyDirectory directory) {
    this.directory = directory;
  }

  /**
   * Makes a new key that is active from now on. The former one is deactivated: its tokens are still
   * read. The same value gets another token from now on.
   *
   * @return the new key
   * @throws KeyException if the partner has no key of that use
   */
  public KeyName rotate(String partner, KeyUse use) {
    try (DirectoryLock lock = DirectoryLock.take(directory.directory())) {
      KeysetHandle rotated = NewKeyset.rotated(use, directory.keyset(partner, use));
      directory.replace(partner, use, rotated);
      return new KeyName(partner, use, rotated.getPrimary().getId());
    }
  }

  /**
   * Suspends a key: its tokens are not read.
   *
   * @throws KeyException if there is no such key, or it is the active one
   */
  public void disable(KeyName key) {
    change(key, KeyStatus.DISABLED);
  }

  /**
   * Lets a suspended key read its tokens again.
   *
   * @throws KeyException if there is no such key
   */
  public void enable(KeyName key) {
    change(key, KeyStatus.ENABLED);
  }

  /**
   * Removes a key for ever: nobody reads its tokens any more, and no older copy of its file is
   * opened in this directory. Copies elsewhere are not reached. One that was destroyed before is
   * only looked up, unless an older copy has brought it back.
   *
   * @param by who does it, for the record
   * @return what is recorded of it
   * @throws KeyException if there was no such key, or it is active and the use has others: rotate
   *     first
   */
  public DestroyedKey destroy(KeyName key, String by) {
    try (DirectoryLock lock = DirectoryLock.take(directory.directory())) {
      Optional<DestroyedKey> before = DestroyedKeys.of(directory.directory()).find(key);
      if (before.isEmpty() || directory.holds(key)) {
        remove(key, by);
      }
      return DestroyedKeys.of(directory.directory()).find(key).orElseThrow();
    }
  }

  private void remove(KeyName key, String by) {
    KeysetHandle keyset = directory.keyset(key.partner(), key.use());
    int at = find(keyset, key);
    if (keyset.size() > 1) {
      requireNotActive(keyset, key);
    }
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    DestroyedKeys.add(
        directory.directory(), new DestroyedKey(key, now, fingerprint(keyset, key, at), by));
    if (keyset.size() == 1) {
      directory.remove(key.partner(), key.use());
    } else {
      KeysetHandle.Builder rest = KeysetHandle.newBuilder(keyset);
      rest.deleteAt(at);
      directory.replace(key.partner(), key.use(), built(rest));
    }
  }

  private static String fingerprint(KeysetHandle keyset, KeyName key, int at) {
    PartnerKeys keys = PartnerKeys.of(key.partner(), Map.of(key.use(), keyset));
    return keys.facts(key.use()).get(at).fingerprint();
  }

  private void change(KeyName key, KeyStatus status) {
    try (DirectoryLock lock = DirectoryLock.take(directory.directory())) {
      KeysetHandle keyset = directory.keyset(key.partner(), key.use());
      int at = find(keyset, key);
      requireNotActive(keyset, key);
      KeysetHandle.Builder changed = KeysetHandle.newBuilder(keyset);
      changed.getAt(at).setStatus(status);
      directory.replace(key.partner(), key.use(), built(changed));
    }
  }

  private static KeysetHandle built(KeysetHandle.Builder builder) {
    try {
      return builder.build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink could not change a keyset");
    }
  }

  private static int find(KeysetHandle keyset, KeyName key) {
    for (int at = 0; at < keyset.size(); at++) {
      if (keyset.getAt(at).getId() == key.keyId()) {
        return at;
      }
    }
    throw new KeyException(
        KeyException.Kind.MISSING,
        "there is no key " + key + "; weir keys list shows those there are");
  }

  private static void requireNotActive(KeysetHandle keyset, KeyName key) {
    if (keyset.getPrimary().getId() == key.keyId()) {
      throw new KeyException(
          KeyException.Kind.UNSUPPORTED,
          "the key " + key + " is active; make another one active first with: weir keys rotate");
    }
  }
}
