package dev.weir.tokenization.sign;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.signature.Ed25519Parameters;
import com.google.crypto.tink.signature.SignatureConfig;
import java.security.GeneralSecurityException;

/** Keysets of the kind that signs: Ed25519 (RFC 8032). */
public final class SigningKeyset {

  private SigningKeyset() {}

  /** Tells Tink of the kind of key. */
  public static void registerKinds() {
    try {
      SignatureConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink does not know Ed25519", e);
    }
  }

  /** A fresh private keyset with one key. */
  public static KeysetHandle create() {
    registerKinds();
    try {
      return KeysetHandle.newBuilder()
          .addEntry(
              KeysetHandle.generateEntryFromParameters(
                      Ed25519Parameters.create(Ed25519Parameters.Variant.TINK))
                  .withRandomId()
                  .makePrimary())
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink could not make a key", e);
    }
  }
}
