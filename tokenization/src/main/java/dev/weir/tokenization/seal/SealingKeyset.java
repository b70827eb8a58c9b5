package dev.weir.tokenization.seal;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HybridConfig;
import java.security.GeneralSecurityException;

/**
 * The keys of the box: HPKE (RFC 9180) with DHKEM(X25519, HKDF-SHA256), HKDF-SHA256 and
 * AES-256-GCM, base mode.
 */
public final class SealingKeyset {

  private SealingKeyset() {}

  /** Tells Tink of the kind of key. */
  public static void registerKinds() {
    try {
      HybridConfig.register();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink does not know HPKE", e);
    }
  }

  /** A fresh private keyset with one key. */
  public static KeysetHandle create() {
    registerKinds();
    try {
      return KeysetHandle.newBuilder()
          .addEntry(
              KeysetHandle.generateEntryFromParameters(parameters()).withRandomId().makePrimary())
          .build();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Tink could not make a key", e);
    }
  }

  private static Parameters parameters() throws GeneralSecurityException {
    return HpkeParameters.builder()
        .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
        .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
        .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
        .setVariant(HpkeParameters.Variant.TINK)
        .build();
  }
}
