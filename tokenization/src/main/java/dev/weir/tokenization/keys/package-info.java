/**
 * Where keys are kept and how they are opened: a directory of Tink keysets, encrypted under a
 * passphrase or by a key management service. Nothing here prints, logs or serializes key material
 * or the passphrase.
 */
@NullMarked
package dev.weir.tokenization.keys;

import org.jspecify.annotations.NullMarked;
