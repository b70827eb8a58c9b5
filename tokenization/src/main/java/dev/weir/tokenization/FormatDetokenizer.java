package dev.weir.tokenization;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Turns format-preserving tokens of one partner, binding and format back into values, for the owner
 * of the keys. The token itself neither names its key nor proves anything: another key, another
 * partner's token or a typing error gives another value of the format, and nobody can tell.
 * Confined to one thread.
 */
public final class FormatDetokenizer {

  private final Map<Integer, FormatCipher> ciphers;
  private final Map<Integer, Boolean> enabled;

  FormatDetokenizer(Map<Integer, FormatCipher> ciphers, Map<Integer, Boolean> enabled) {
    this.ciphers = ciphers;
    this.enabled = enabled;
  }

  /**
   * What the token stands for under that key, if the key made it.
   *
   * @param keyVersion the key's id, as the header {@code weir-key-version} has it
   */
  public Detokenized detokenize(int keyVersion, String token) {
    if (!enabled.containsKey(keyVersion)) {
      return Detokenized.Refusal.UNKNOWN_KEY;
    }
    FormatCipher cipher = ciphers.get(keyVersion);
    return cipher == null ? Detokenized.Refusal.DISABLED_KEY : decrypted(cipher, token);
  }

  private static Detokenized decrypted(FormatCipher cipher, String token) {
    try {
      byte[] utf8 = token.getBytes(StandardCharsets.UTF_8);
      return new Detokenized.Value(cipher.decrypted(utf8));
    } catch (TokenizationException unfit) {
      return Detokenized.Refusal.MALFORMED;
    }
  }

  /** Key ids only. */
  @Override
  public String toString() {
    return "FormatDetokenizer[keys " + enabled.keySet() + "]";
  }
}
