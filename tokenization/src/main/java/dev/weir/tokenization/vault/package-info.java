/**
 * HashiCorp Vault as a key management service: its transit secrets engine, through its HTTP API,
 * behind Tink's interfaces. Sends only what it is asked to encrypt or decrypt and its binding, and
 * repeats nothing of an answer in a message.
 */
@NullMarked
package dev.weir.tokenization.vault;

import org.jspecify.annotations.NullMarked;
