package dev.weir.tokenization;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.daead.AesSivParameters;
import com.google.crypto.tink.daead.DeterministicAeadConfig;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.security.GeneralSecurityException;

/** Fresh Tink keysets, one random key each, of the kind that a use asks for. */
public final class NewKeyset {

  private NewKeyset() {}

  /** Tells Tink of the kinds of keys that are read, written and made here. */
  public static void registerKinds() {
    try {
      DeterministicAeadConfig.register();
      PrfConfig.register();
      AeadConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink does not know AES-SIV or HMAC", e);
    }
  }

  /** A keyset with one random key under a random id, which is never 0. */
  public static KeysetHandle of(KeyUse use) {
    registerKinds();
    try {
      return KeysetHandle.newBuilder().addEntry(newPrimary(use)).build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink could not make a key", e);
    }
  }

  /** The keyset with one key more, which new tokens are made with from now on. */
  public static KeysetHandle rotated(KeyUse use, KeysetHandle keyset) {
    registerKinds();
    try {
      return KeysetHandle.newBuilder(keyset).addEntry(newPrimary(use)).build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink could not add a key", e);
    }
  }

  /** A keyset with one random AES-256-GCM key, to wrap subjects' keys with. */
  public static KeysetHandle wrapping() {
    registerKinds();
    try {
      Parameters parameters =
          AesGcmParameters.builder()
              .setKeySizeBytes(32)
              .setIvSizeBytes(12)
              .setTagSizeBytes(16)
              .setVariant(AesGcmParameters.Variant.TINK)
              .build();
      return KeysetHandle.newBuilder()
          .addEntry(
              KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary())
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink could not make a key", e);
    }
  }

  private static KeysetHandle.Builder.Entry newPrimary(KeyUse use) throws GeneralSecurityException {
    Parameters parameters = use == KeyUse.DETERMINISTIC ? siv() : prf();
    return KeysetHandle.generateEntryFromParameters(parameters).withRandomId().makePrimary();
  }

  private static Parameters siv() throws GeneralSecurityException {
    return AesSivParameters.builder()
        .setKeySizeBytes(64)
        .setVariant(AesSivParameters.Variant.TINK)
        .build();
  }

  private static Parameters prf() throws GeneralSecurityException {
    return HmacPrfParameters.builder()
        .setKeySizeBytes(32)
        .setHashType(HmacPrfParameters.HashType.SHA256)
        .build();
  }
}
