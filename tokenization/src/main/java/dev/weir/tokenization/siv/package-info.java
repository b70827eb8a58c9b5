/**
 * AES-SIV (RFC 5297) on cached JCE ciphers: the bytes that Tink gives, for about a quarter of the
 * time. Knows keys as bytes only; what they are bound to is decided by its callers.
 */
@NullMarked
package dev.weir.tokenization.siv;

import org.jspecify.annotations.NullMarked;
