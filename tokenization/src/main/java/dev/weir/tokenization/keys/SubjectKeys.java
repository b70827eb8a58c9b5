package dev.weir.tokenization.keys;

import com.google.crypto.tink.KeysetHandle;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.KeyUse;
import dev.weir.tokenization.NewKeyset;
import dev.weir.tokenization.SubjectKeyring;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The owner's two keys for subjects' keys, in a key directory: {@code gateway/subject-names.json}
 * and {@code gateway/subject-keys.json}, encrypted like every key.
 */
final class SubjectKeys {

  private static final String OWNER = "gateway";
  private static final String NAMES = "subject-names";
  private static final String KEYS = "subject-keys";

  private SubjectKeys() {}

  /** Makes those that are missing; the directory is locked by the caller. */
  static void create(KeyDirectory keys) {
    PrivateFile.createDirectories(keys.directory().resolve(OWNER));
    store(keys, NAMES, NewKeyset.of(KeyUse.RANDOM));
    store(keys, KEYS, NewKeyset.wrapping());
  }

  private static void store(KeyDirectory keys, String use, KeysetHandle keyset) {
    Path file = file(keys, use);
    if (!Files.exists(file)) {
      keys.store(file, OWNER, use, keyset);
    }
  }

  /**
   * The keys that are there.
   *
   * @throws KeyException if one is missing
   */
  static SubjectKeyring open(KeyDirectory keys) {
    List<String> missing =
        List.of(NAMES, KEYS).stream().filter(use -> !Files.exists(file(keys, use))).toList();
    if (!missing.isEmpty()) {
      throw new KeyException(
          KeyException.Kind.MISSING,
          "the keys gateway/"
              + String.join(" and gateway/", missing)
              + ", by which subjects are named, are missing; make them with: weir keys create");
    }
    return SubjectKeyring.of(load(keys, NAMES), load(keys, KEYS));
  }

  private static KeysetHandle load(KeyDirectory keys, String use) {
    NewKeyset.registerKinds();
    return keys.load(file(keys, use), OWNER, use).handle(file(keys, use));
  }

  private static Path file(KeyDirectory keys, String use) {
    return keys.directory().resolve(OWNER).resolve(use + ".json");
  }
}
