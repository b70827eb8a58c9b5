package dev.weir.metering.rating;

import dev.weir.config.agreement.Agreement;
import java.time.Instant;

/**
 * A version of an agreement, and since when it was the one in force.
 *
 * @param since when it took the place of the version before; for the first any time up to the start
 *     of its period
 */
public record Held(Agreement agreement, Instant since) {}
