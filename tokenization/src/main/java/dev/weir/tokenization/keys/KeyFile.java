package dev.weir.tokenization.keys;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.crypto.tink.Aead;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.LengthPrefixed;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;

/**
 * One encrypted key file. Its owner and use are bound to the content, so that a file put in the
 * place of another does not open.
 *
 * @param owner {@code partner:<id>}, or {@code gateway}
 * @param use what the key is for
 * @param encrypted a {@link StoredKeyset}, under the directory's key, base64
 */
@JsonPropertyOrder({"version", "owner", "use", "encrypted"})
record KeyFile(int version, String owner, String use, String encrypted) {

  static byte[] seal(Aead directoryKey, String owner, String use, byte[] content) {
    try {
      byte[] sealed = directoryKey.encrypt(content, binding(owner, use));
      String base64 = Base64.getEncoder().encodeToString(sealed);
      return StrictJson.write(new KeyFile(1, owner, use, base64));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no AES-GCM", e);
    }
  }

  /** Whether a file says that it is one of that owner and use, be it that nobody can open it. */
  static boolean isOf(Path path, String owner, String use) {
    return StrictJson.text(path, "owner").filter(owner::equals).isPresent()
        && StrictJson.text(path, "use").filter(use::equals).isPresent();
  }

  /**
   * The content of the key file of that owner and use.
   *
   * @throws KeyException if it is another's, was changed, or belongs to another directory
   */
  static byte[] open(Aead directoryKey, String owner, String use, Path path) {
    KeyFile file = StrictJson.read(path, PrivateFile.read(path), KeyFile.class);
    if (!file.owner.equals(owner) || !file.use.equals(use)) {
      throw new KeyException(
          KeyException.Kind.DAMAGED,
          path + " is not the key of " + owner + " for " + use + "; put that file back");
    }
    try {
      byte[] sealed = StrictJson.base64(path, file.encrypted);
      return directoryKey.decrypt(sealed, binding(owner, use));
    } catch (GeneralSecurityException e) {
      throw new KeyException(
          KeyException.Kind.DAMAGED,
          path + " was changed, or is of another key directory; restore it from a backup");
    }
  }

  private static byte[] binding(String owner, String use) {
    return LengthPrefixed.encode("weir/1", "key", owner, use);
  }

  /** Without the content, encrypted though it is. */
  @Override
  public String toString() {
    return "KeyFile[" + owner + ", " + use + "]";
  }
}
