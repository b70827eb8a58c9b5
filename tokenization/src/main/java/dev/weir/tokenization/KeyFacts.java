package dev.weir.tokenization;

/**
 * What may be said of a key.
 *
 * @param keyId in every token made with it; to be read as unsigned
 * @param status {@code enabled} or {@code disabled}
 * @param primary whether new tokens are made with it
 * @param fingerprint 16 hex characters by which the key is known again, never its material
 */
public record KeyFacts(KeyUse use, int keyId, String status, boolean primary, String fingerprint) {}
