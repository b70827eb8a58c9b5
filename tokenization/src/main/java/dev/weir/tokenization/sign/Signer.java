package dev.weir.tokenization.sign;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.PublicKeySign;
import com.google.crypto.tink.RegistryConfiguration;
import dev.weir.tokenization.KeyException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

/** Signs bytes. Safe for many threads. */
public final class Signer {

  private final PublicKeySign key;

  private Signer(PublicKeySign key) {
    this.key = key;
  }

  /**
   * Of a private keyset.
   *
   * @throws KeyException if it is of another kind
   */
  public static Signer of(KeysetHandle privateKeys) {
    SigningKeyset.registerKinds();
    try {
      return new Signer(privateKeys.getPrimitive(RegistryConfiguration.get(), PublicKeySign.class));
    } catch (GeneralSecurityException e) {
      throw new KeyException(
          KeyException.Kind.UNSUPPORTED, "the private key is not for signatures");
    }
  }

  /**
   * The signature.
   *
   * @param domain what the bytes are for: signed with them, so that the signature is good for
   *     nothing else
   */
  public byte[] sign(String domain, byte[] bytes) {
    try {
      return key.sign(inDomain(domain, bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Ed25519 could not sign");
    }
  }

  /** No domain holds a line break, so that there is one way to take the bytes apart. */
  static byte[] inDomain(String domain, byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes((domain + "\n").getBytes(StandardCharsets.UTF_8));
    out.writeBytes(bytes);
    return out.toByteArray();
  }
}
