/**
 * Signatures over bytes, Ed25519 (RFC 8032) by Tink: made by whoever governs a gateway, verified by
 * the gateway, which holds the public key only. What the bytes say is not known here.
 */
@NullMarked
package dev.weir.tokenization.sign;

import org.jspecify.annotations.NullMarked;
