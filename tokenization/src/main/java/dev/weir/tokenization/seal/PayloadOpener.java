package dev.weir.tokenization.seal;

import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.SourceValueAccess;
import java.security.GeneralSecurityException;
import java.util.Objects;
import java.util.Optional;

/** Opens sealed payloads, for the owner. Safe for many threads. */
public final class PayloadOpener {

  private final HybridDecrypt decrypt;

  private PayloadOpener(HybridDecrypt decrypt) {
    this.decrypt = decrypt;
  }

  /**
   * Of a private keyset.
   *
   * @throws KeyException if it is of another kind
   */
  public static PayloadOpener of(KeysetHandle privateKeys, SourceValueAccess access) {
    Objects.requireNonNull(access);
    try {
      return new PayloadOpener(
          privateKeys.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class));
    } catch (GeneralSecurityException e) {
      throw new KeyException(
          KeyException.Kind.UNSUPPORTED, "the key for dead letters is not for hybrid decryption");
    }
  }

  /** The payload; empty if it was sealed to another key or with another context, or changed. */
  public Optional<byte[]> open(byte[] sealed, byte[] context) {
    try {
      return Optional.of(decrypt.decrypt(sealed, context));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}
