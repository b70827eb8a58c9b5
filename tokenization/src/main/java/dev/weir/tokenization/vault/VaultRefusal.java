package dev.weir.tokenization.vault;

import dev.weir.tokenization.KeyException;

/** Why a key of Vault cannot be used, in our own words: none of Vault's, and no value. */
final class VaultRefusal {

  private VaultRefusal() {}

  static KeyException of(String why) {
    return new KeyException(KeyException.Kind.SERVICE, why);
  }
}
