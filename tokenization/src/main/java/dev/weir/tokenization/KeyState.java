package dev.weir.tokenization;

import java.util.Locale;

/**
 * The states of keys (NIST SP 800-57 part 1, section 7) that a key here can be in. There is no
 * pre-activation: a key is active from when it is made. A compromised key has no state of its own:
 * rotate, then suspend or destroy it.
 */
public enum KeyState {
  /** Makes tokens and reads them. Tink: enabled and primary. */
  ACTIVE,
  /** Makes none any more and reads its own. Tink: enabled, not primary. */
  DEACTIVATED,
  /** Neither makes nor reads tokens until it is enabled again. Tink: disabled. */
  SUSPENDED,
  /** Gone: what is left is its name, so that no copy of it comes back. Tink: not in the keyset. */
  DESTROYED;

  /** As in lists of keys. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
