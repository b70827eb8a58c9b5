package dev.weir.config.agreement;

import java.time.Instant;

/**
 * When an agreement holds.
 *
 * @param from inclusive
 * @param to exclusive, after {@code from}
 */
public record ValidPeriod(Instant from, Instant to) {}
