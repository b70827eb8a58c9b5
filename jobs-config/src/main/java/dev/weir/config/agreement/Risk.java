package dev.weir.config.agreement;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Re-identification risks above which an alert is raised; each above 0, at most 1. */
public record Risk(@Nullable BigDecimal prosecutor, @Nullable BigDecimal marketer) {}
