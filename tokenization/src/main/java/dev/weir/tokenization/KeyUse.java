package dev.weir.tokenization;

import java.util.Arrays;
import java.util.Optional;

/** What one key of a partner is for. No key has two uses, so no use can be turned on another. */
public enum KeyUse {
  /** Reversible tokens: AES-SIV (RFC 5297) with a 64-byte key. */
  DETERMINISTIC("deterministic"),
  /** Tokens that nobody can reverse: HMAC-SHA-256 (RFC 2104) with a 32-byte key. */
  ONE_WAY("one-way"),
  /** Tokens that look like their values: FF1's keys are derived by HMAC-SHA-256, 32-byte key. */
  FORMAT_PRESERVING("format-preserving"),
  /** The number of days that a subject's dates move by: HMAC-SHA-256 with a 32-byte key. */
  SHIFT("shift"),
  /**
   * What a value is remembered by whose token is random: HMAC-SHA-256 with a 32-byte key. It makes
   * no token.
   */
  RANDOM("random");

  private final String word;

  KeyUse(String word) {
    this.word = word;
  }

  /** As in plans, files and commands. */
  public String word() {
    return word;
  }

  /**
   * The use of that word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static KeyUse of(String word) {
    return find(word)
        .orElseThrow(() -> new IllegalArgumentException("no use of a key is called so"));
  }

  /** The use of that word, if there is one. */
  public static Optional<KeyUse> find(String word) {
    return Arrays.stream(values()).filter(use -> use.word.equals(word)).findFirst();
  }

  @Override
  public String toString() {
    return word;
  }
}
