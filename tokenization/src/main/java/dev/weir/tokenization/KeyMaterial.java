package dev.weir.tokenization;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.Key;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.daead.AesSivKey;
import com.google.crypto.tink.daead.AesSivParameters;
import com.google.crypto.tink.prf.HmacPrfKey;
import com.google.crypto.tink.prf.HmacPrfParameters;
import com.google.crypto.tink.util.SecretBytes;

/** One key of a Tink keyset, checked to be of the kind that its use asks for. */
final class KeyMaterial {

  private final KeyUse use;
  private final KeysetHandle.Entry entry;
  private final SecretBytes secret;

  private KeyMaterial(KeyUse use, KeysetHandle.Entry entry, SecretBytes secret) {
    this.use = use;
    this.entry = entry;
    this.secret = secret;
  }

  /**
   * @throws KeyException if the key is of another kind or size
   */
  @AccessesPartialKey
  static KeyMaterial of(KeyUse use, KeysetHandle.Entry entry) {
    Key key = entry.getKey();
    if (use == KeyUse.DETERMINISTIC && key instanceof AesSivKey siv && fits(siv)) {
      return new KeyMaterial(use, entry, siv.getKeyBytes());
    }
    if (use != KeyUse.DETERMINISTIC && key instanceof HmacPrfKey prf && fits(prf)) {
      return new KeyMaterial(use, entry, prf.getKeyBytes());
    }
    throw new KeyException(
        KeyException.Kind.UNSUPPORTED,
        "the key "
            + Integer.toUnsignedString(entry.getId())
            + " is not of the kind that "
            + use
            + " needs; create the key with this Weir");
  }

  private static boolean fits(AesSivKey key) {
    return key.getParameters().getVariant() == AesSivParameters.Variant.TINK
        && key.getParameters().getKeySizeBytes() == 64;
  }

  private static boolean fits(HmacPrfKey key) {
    return key.getParameters().getHashType() == HmacPrfParameters.HashType.SHA256
        && key.getParameters().getKeySizeBytes() == 32;
  }

  int id() {
    return entry.getId();
  }

  boolean enabled() {
    return entry.getStatus() == KeyStatus.ENABLED;
  }

  /** A copy of the key's bytes, for the ciphers of this package only. */
  byte[] bytes() {
    return secret.toByteArray(InsecureSecretKeyAccess.get());
  }

  KeyFacts facts() {
    String status = enabled() ? "enabled" : "disabled";
    return new KeyFacts(use, id(), status, entry.isPrimary(), Fingerprint.of(use, id(), bytes()));
  }
}
