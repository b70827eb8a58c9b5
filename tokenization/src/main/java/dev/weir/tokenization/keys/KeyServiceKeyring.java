package dev.weir.tokenization.keys;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.LengthPrefixed;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * {@code keyring.json} of a directory that a key management service guards: as {@link KeyringFile},
 * but the directory's key is encrypted by the service, under a key that never leaves it.
 *
 * @param service address of the service's key; bound to what is encrypted
 * @param directoryKey 32 bytes, encrypted by the service, base64
 */
@JsonPropertyOrder({"version", "service", "directoryKey"})
record KeyServiceKeyring(int version, String service, String directoryKey) {

  /** What a keyring under a passphrase has not. */
  static final String SERVICE = "service";

  /** The service that a keyring names; empty: it is under a passphrase. */
  static Optional<String> service(Path file) {
    byte[] content = PrivateFile.read(file);
    return StrictJson.has(file, content, SERVICE)
        ? Optional.of(StrictJson.read(file, content, KeyServiceKeyring.class).service())
        : Optional.empty();
  }

  /** A new directory key, encrypted. */
  static KeyServiceKeyring create(String service, Aead key) {
    byte[] directoryKey = new byte[KeyDerivation.KEY_BYTES];
    new SecureRandom().nextBytes(directoryKey);
    try {
      byte[] wrapped = key.encrypt(directoryKey, binding(service));
      return new KeyServiceKeyring(1, service, Base64.getEncoder().encodeToString(wrapped));
    } catch (GeneralSecurityException | RuntimeException e) {
      throw KeyServices.refused(service, e);
    } finally {
      Arrays.fill(directoryKey, (byte) 0);
    }
  }

  /**
   * The cipher of the directory's key files.
   *
   * @throws KeyException if the service does not decrypt it
   */
  AesGcmJce open(Path file, Aead key) {
    try {
      byte[] opened = key.decrypt(StrictJson.base64(file, directoryKey), binding(service));
      AesGcmJce cipher = new AesGcmJce(opened);
      Arrays.fill(opened, (byte) 0);
      return cipher;
    } catch (KeyException damaged) {
      throw damaged;
    } catch (GeneralSecurityException | RuntimeException e) {
      throw KeyServices.refused(service, e);
    }
  }

  private static byte[] binding(String service) {
    return LengthPrefixed.encode("weir/1", "keyring", service);
  }

  /** Without the key, encrypted though it is. */
  @Override
  public String toString() {
    return "KeyServiceKeyring[" + service + "]";
  }
}
