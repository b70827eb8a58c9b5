package dev.weir.tokenization.keys;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.function.Supplier;

/**
 * A key pair of the gateway in a key directory: {@code <use>.json}, encrypted like every key, and
 * {@code <use>.pub.json}, Tink's JSON form of the public keyset.
 *
 * @param fresh makes a pair
 * @param kinds makes Tink know keys of its kind
 */
record KeyPairFile(String use, Supplier<KeysetHandle> fresh, Runnable kinds) {

  static final String OWNER = "gateway";

  /**
   * Makes the pair unless it is there, and writes the public file, which can be made again from the
   * private one.
   *
   * @return the public file
   */
  Path create(KeyDirectory keys) {
    Path file = file(keys);
    try (DirectoryLock lock = DirectoryLock.take(keys.directory())) {
      if (!Files.exists(file)) {
        keys.store(file, OWNER, use, fresh.get());
      }
      return exportPublic(keys);
    }
  }

  /**
   * Writes the public file of the pair that is there.
   *
   * @return the public file
   * @throws dev.weir.tokenization.KeyException if there is no pair
   */
  Path exportPublic(KeyDirectory keys) {
    Path publicFile = keys.directory().resolve(use + ".pub.json");
    PrivateFile.write(publicFile, publicJson(load(keys)), "rw-r--r--");
    return publicFile;
  }

  /**
   * The pair.
   *
   * @throws dev.weir.tokenization.KeyException if there is none
   */
  KeysetHandle load(KeyDirectory keys) {
    return load(keys, file(keys));
  }

  /** As above, from a file that may have another name. */
  KeysetHandle load(KeyDirectory keys, Path file) {
    kinds.run();
    return keys.load(file, OWNER, use).handle(file);
  }

  /** Whether a file says that it is such a pair's private half, be it that nobody can open it. */
  boolean isPrivate(Path file) {
    return KeyFile.isOf(file, OWNER, use);
  }

  private Path file(KeyDirectory keys) {
    return keys.directory().resolve(use + ".json");
  }

  private static byte[] publicJson(KeysetHandle keyset) {
    try {
      String json =
          TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(keyset.getPublicKeysetHandle());
      return json.getBytes(StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink could not write a public keyset");
    }
  }
}
