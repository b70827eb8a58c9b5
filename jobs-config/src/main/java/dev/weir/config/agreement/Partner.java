package dev.weir.config.agreement;

import org.jspecify.annotations.Nullable;

/** Who gets the data. The id names topics and keys. */
public record Partner(String id, @Nullable String name) {}
