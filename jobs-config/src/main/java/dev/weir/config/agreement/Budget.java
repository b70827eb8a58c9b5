package dev.weir.config.agreement;

import java.math.BigDecimal;
import java.time.temporal.TemporalAmount;

/**
 * A privacy budget, renewed every UTC calendar period.
 *
 * @param epsilon above 0
 * @param delta above 0, below 1
 * @param per {@code P1D}, {@code P7D}, {@code P1M} or {@code P1Y}
 */
public record Budget(BigDecimal epsilon, BigDecimal delta, TemporalAmount per) {}
