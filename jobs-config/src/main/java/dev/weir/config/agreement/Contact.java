package dev.weir.config.agreement;

import org.jspecify.annotations.Nullable;

/** Whom to ask about the agreement. */
public record Contact(@Nullable String name, @Nullable String role, @Nullable String email) {}
