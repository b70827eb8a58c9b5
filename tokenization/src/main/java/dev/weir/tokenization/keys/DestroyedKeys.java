package dev.weir.tokenization.keys;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.KeyUse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code destroyed.json}: the names of keys that were destroyed, and when. It is what keeps an
 * older copy of a key file from bringing one back. It is not encrypted: it guards against a
 * restored backup, not against somebody who may write the directory.
 *
 * @param keys from a key's name to the instant (RFC 3339) and, after a space each, the key's
 *     fingerprint and who has destroyed it
 */
@JsonPropertyOrder({"version", "keys"})
record DestroyedKeys(int version, Map<String, String> keys) {

  private static final String FILE = "destroyed.json";

  DestroyedKeys {
    keys = new TreeMap<>(keys);
  }

  static DestroyedKeys of(Path directory) {
    Path file = directory.resolve(FILE);
    return Files.exists(file)
        ? StrictJson.read(file, PrivateFile.read(file), DestroyedKeys.class)
        : new DestroyedKeys(1, Map.of());
  }

  /** Records that a key is destroyed; the first time counts. */
  static void add(Path directory, DestroyedKey key) {
    DestroyedKeys destroyed = of(directory);
    destroyed.keys.putIfAbsent(key.name().toString(), key.text());
    PrivateFile.write(directory.resolve(FILE), StrictJson.write(destroyed));
  }

  /** What is recorded of a key. */
  Optional<DestroyedKey> find(KeyName key) {
    return Optional.ofNullable(keys.get(key.toString()))
        .map(text -> DestroyedKey.of(key.toString(), text));
  }

  /**
   * Refuses a key file that holds a destroyed key.
   *
   * @throws KeyException if it does
   */
  void requireNone(Path file, String partner, KeyUse use, Iterable<Integer> keyIds) {
    for (int keyId : keyIds) {
      KeyName name = new KeyName(partner, use, keyId);
      if (keys.containsKey(name.toString())) {
        throw new KeyException(
            KeyException.Kind.DAMAGED,
            file
                + " holds the key "
                + name
                + ", which was destroyed: it is an older copy; destroy the key again with: weir keys"
                + " destroy");
      }
    }
  }
}
