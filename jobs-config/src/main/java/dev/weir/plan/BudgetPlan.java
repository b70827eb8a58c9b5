package dev.weir.plan;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A privacy budget, renewed with every UTC calendar period.
 *
 * @param per {@code P1D}, {@code P7D}, {@code P1M} or {@code P1Y}
 */
public record BudgetPlan(BigDecimal epsilon, BigDecimal delta, String per)
    implements Serializable {}
