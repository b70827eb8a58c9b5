package dev.weir.tokenization.vault;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Encrypts under a key of Vault's transit engine, which must be of an AEAD type (as {@code
 * aes256-gcm96}). A ciphertext is Vault's text in UTF-8, {@code vault:v1:…}; its version says which
 * of the key's versions it is under.
 */
final class VaultAead implements Aead {

  private final Transit transit;

  VaultAead(Transit transit) {
    this.transit = transit;
  }

  @Override
  public byte[] encrypt(byte[] plaintext, byte[] associatedData) {
    String text =
        transit.ask(
            "encrypt",
            Transit.question()
                .put("plaintext", base64(plaintext))
                .put("associated_data", base64(associatedData)),
            "ciphertext");
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public byte[] decrypt(byte[] ciphertext, byte[] associatedData) {
    String text =
        transit.ask(
            "decrypt",
            Transit.question()
                .put("ciphertext", new String(ciphertext, StandardCharsets.UTF_8))
                .put("associated_data", base64(associatedData)),
            "plaintext");
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw VaultRefusal.of("Vault's plaintext is no base64");
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
