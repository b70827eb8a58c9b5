package dev.weir.tokenization.sign;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeyVerify;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import dev.weir.tokenization.KeyException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Says whether a signature is right. Safe for many threads. */
public final class Verifier {

  private final PublicKeyVerify key;

  private Verifier(PublicKeyVerify key) {
    this.key = key;
  }

  /**
   * Of a public keyset in Tink's JSON form, whoever made it.
   *
   * @throws KeyException if it is none; a keyset with private keys is refused too
   */
  public static Verifier fromPublicKeyJson(byte[] json) {
    SigningKeyset.registerKinds();
    try {
      KeysetHandle keyset =
          TinkJsonProtoKeysetFormat.parseKeysetWithoutSecret(
              new String(json, StandardCharsets.UTF_8));
      return new Verifier(keyset.getPrimitive(RegistryConfiguration.get(), PublicKeyVerify.class));
    } catch (GeneralSecurityException | RuntimeException e) {
      throw new KeyException(
          KeyException.Kind.DAMAGED,
          "the public key of the control channel is not a public Tink keyset for signatures in"
              + " JSON; give the file that weir control keys create has written");
    }
  }

  /** Whether these bytes were signed for that domain. */
  public boolean verifies(byte[] signature, String domain, byte[] bytes) {
    try {
      key.verify(signature, Signer.inDomain(domain, bytes));
      return true;
    } catch (GeneralSecurityException wrong) {
      return false;
    }
  }
}
