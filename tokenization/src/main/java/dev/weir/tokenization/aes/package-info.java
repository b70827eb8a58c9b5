/**
 * AES on cached JCE ciphers, for the modes that stand on it. Knows nothing of tokens or keysets.
 */
@NullMarked
package dev.weir.tokenization.aes;

import org.jspecify.annotations.NullMarked;
