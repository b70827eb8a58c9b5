package dev.weir.tokenization.keys;

import dev.weir.tokenization.KeyFacts;
import java.time.Instant;

/**
 * One key in a list of keys.
 *
 * @param created when the key was made, to the second
 */
public record KeyEntry(String partner, KeyFacts facts, Instant created) {}
