package dev.weir.tokenization.keys;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.crypto.tink.subtle.AesGcmJce;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.LengthPrefixed;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/**
 * {@code keyring.json}: the key of a directory, encrypted with AES-256-GCM under what Argon2id
 * makes of the passphrase, with the parameters and salt bound to it. Every key file of the
 * directory is encrypted under the directory's key, so that opening costs one derivation however
 * many keys there are.
 *
 * @param kdf {@code argon2id}
 * @param salt 16 bytes, base64
 * @param directoryKey 32 bytes, encrypted, base64
 */
@JsonPropertyOrder({
  "version",
  "kdf",
  "iterations",
  "memoryKiB",
  "parallelism",
  "salt",
  "directoryKey"
})
record KeyringFile(
    int version,
    String kdf,
    int iterations,
    int memoryKiB,
    int parallelism,
    String salt,
    String directoryKey) {

  private static final String ARGON2ID = "argon2id";

  /** A new directory key, encrypted. */
  static KeyringFile create(Passphrase passphrase, KeyDerivation derivation) {
    byte[] salt = KeyDerivation.newSalt();
    byte[] directoryKey = new byte[KeyDerivation.KEY_BYTES];
    new SecureRandom().nextBytes(directoryKey);
    byte[] kek = derivation.derive(passphrase, salt);
    try {
      byte[] wrapped = new AesGcmJce(kek).encrypt(directoryKey, binding(derivation, salt));
      return of(derivation, salt, wrapped);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java runtime has no AES-GCM", e);
    } finally {
      Arrays.fill(kek, (byte) 0);
      Arrays.fill(directoryKey, (byte) 0);
    }
  }

  private static KeyringFile of(KeyDerivation derivation, byte[] salt, byte[] wrapped) {
    return new KeyringFile(
        1,
        ARGON2ID,
        derivation.iterations(),
        derivation.memoryKiB(),
        derivation.parallelism(),
        Base64.getEncoder().encodeToString(salt),
        Base64.getEncoder().encodeToString(wrapped));
  }

  /**
   * The cipher of the directory's key files.
   *
   * @throws KeyException if the passphrase is another one
   */
  AesGcmJce open(Path file, Passphrase passphrase) {
    byte[] saltBytes = StrictJson.base64(file, salt);
    if (!kdf.equals(ARGON2ID) || saltBytes.length != KeyDerivation.SALT_BYTES) {
      throw StrictJson.changed(file);
    }
    KeyDerivation derivation = derivation(file);
    byte[] kek = derivation.derive(passphrase, saltBytes);
    try {
      byte[] wrapped = StrictJson.base64(file, directoryKey);
      return new AesGcmJce(new AesGcmJce(kek).decrypt(wrapped, binding(derivation, saltBytes)));
    } catch (GeneralSecurityException e) {
      throw new KeyException(
          KeyException.Kind.WRONG_PASSPHRASE,
          "the passphrase does not open "
              + file
              + "; give the one that the directory was made with (or, if it is that one, restore"
              + " the file from a backup)");
    } finally {
      Arrays.fill(kek, (byte) 0);
    }
  }

  /** As the file says, unless it asks for what no Weir would write. */
  private KeyDerivation derivation(Path file) {
    try {
      return new KeyDerivation(iterations, memoryKiB, parallelism);
    } catch (IllegalArgumentException e) {
      throw new KeyException(
          KeyException.Kind.DAMAGED,
          file + " asks for Argon2id parameters out of bounds; restore it from a backup");
    }
  }

  private static byte[] binding(KeyDerivation derivation, byte[] salt) {
    return LengthPrefixed.encode(
        "weir/1",
        "keyring",
        ARGON2ID,
        Integer.toString(derivation.iterations()),
        Integer.toString(derivation.memoryKiB()),
        Integer.toString(derivation.parallelism()),
        Base64.getEncoder().encodeToString(salt));
  }

  /** Without the key, encrypted though it is. */
  @Override
  public String toString() {
    return "KeyringFile[hidden]";
  }
}
