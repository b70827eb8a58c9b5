package dev.weir.tokenization.keys;

import java.time.Instant;

/**
 * A key that is gone.
 *
 * @param destroyed when, to the second
 * @param fingerprint by which a copy of it is known; empty where an older Weir has not noted it
 * @param by who has destroyed it; empty likewise
 */
public record DestroyedKey(KeyName name, Instant destroyed, String fingerprint, String by) {

  /** As {@code destroyed.json} has it, beside the name. */
  String text() {
    return (destroyed + " " + fingerprint + " " + by).strip();
  }

  /** Of such a text. */
  static DestroyedKey of(String name, String text) {
    String[] parts = text.split(" ", 3);
    return new DestroyedKey(
        KeyName.parse(name),
        Instant.parse(parts[0]),
        parts.length > 1 ? parts[1] : "",
        parts.length > 2 ? parts[2] : "");
  }
}
