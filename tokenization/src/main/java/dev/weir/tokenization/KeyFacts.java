package dev.weir.tokenization;

/**
 * What may be said of a key.
 *
 * @param keyId in every token made with it; to be read as unsigned
 * @param status {@code enabled} or {@code disabled}
 * @param primary whether new tokens are made with it
 * @param fingerprint 16 hex characters by which the key is known again, never its material
 */
public record KeyFacts(KeyUse use, int keyId, String status, boolean primary, String fingerprint) {

  /** The key's state, as NIST SP 800-57 part 1, section 7 names it. */
  public KeyState state() {
    if (primary) {
      return KeyState.ACTIVE;
    }
    return status.equals("enabled") ? KeyState.DEACTIVATED : KeyState.SUSPENDED;
  }
}
