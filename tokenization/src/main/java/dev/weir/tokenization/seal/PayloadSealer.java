package dev.weir.tokenization.seal;

import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import dev.weir.tokenization.KeyException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/**
 * Encrypts payloads so that only the holder of the private key reads them, and only together with
 * the context they were sealed with. It does not say who sealed. Two sealings of one payload
 * differ. Safe for many threads.
 */
public final class PayloadSealer {

  private final HybridEncrypt encrypt;

  private PayloadSealer(HybridEncrypt encrypt) {
    this.encrypt = encrypt;
  }

  /**
   * Of a public keyset in Tink's JSON form, whoever made it.
   *
   * @throws KeyException if it is none; a keyset with private keys is refused too
   */
  public static PayloadSealer fromPublicKeyJson(byte[] json) {
    SealingKeyset.registerKinds();
    try {
      String text = new String(json, StandardCharsets.UTF_8);
      return of(TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(text));
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new KeyException(
          KeyException.Kind.DAMAGED,
          "the public key for dead letters is not a public Tink keyset for hybrid encryption in"
              + " JSON; give the file that was made with the key pair");
    }
  }

  private static PayloadSealer of(KeysetHandle keyset) throws GeneralSecurityException {
    return new PayloadSealer(keyset.getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class));
  }

  /**
   * @param context what the payload belongs to; not part of the result, and needed to open it
   * @return Tink's prefix, the encapsulated key and the ciphertext: 53 bytes more than the payload
   */
  public byte[] seal(byte[] payload, byte[] context) {
    try {
      return encrypt.encrypt(payload, context);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HPKE could not seal a payload");
    }
  }
}
