package dev.weir.operators.state;

/**
 * A key that something was made with.
 *
 * @param key its name, {@code <partner>/<use>}
 * @param fingerprint by which it is known again; tells nothing of the key
 */
public record KeyFingerprintState(String key, String fingerprint) {}
