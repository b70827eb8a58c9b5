package dev.weir.config.agreement;

import dev.weir.config.FieldPath;
import java.math.BigDecimal;

/**
 * t-closeness of a sensitive field by earth mover's distance (Li et al. 2007).
 *
 * @param t above 0, at most 1
 */
public record Closeness(FieldPath field, BigDecimal t) {}
