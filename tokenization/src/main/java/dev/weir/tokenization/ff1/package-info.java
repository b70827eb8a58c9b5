/**
 * Format-preserving encryption: FF1 of NIST SP 800-38G on cached AES ciphers. Knows keys as bytes
 * and texts as numerals only; what they are bound to, and what a digit is, its callers decide. FF3
 * and FF3-1 are broken or withdrawn and are not here.
 */
@NullMarked
package dev.weir.tokenization.ff1;

import org.jspecify.annotations.NullMarked;
