/**
 * The box for what went wrong: payloads of dead letters, encrypted to the owner's public key (HPKE,
 * RFC 9180). The stream can put in and never take out.
 */
@NullMarked
package dev.weir.tokenization.seal;

import org.jspecify.annotations.NullMarked;
