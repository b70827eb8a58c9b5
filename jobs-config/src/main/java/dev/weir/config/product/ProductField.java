package dev.weir.config.product;

import dev.weir.config.FieldPath;
import org.jspecify.annotations.Nullable;

/**
 * A field in its place.
 *
 * @param path as an agreement names it; what an array holds has the array's path with {@code []}
 * @param role its own, or for what an array holds the array's; null: it has none
 * @param always whether a reader of the record may rely on a value: it and all around it are
 *     required
 */
public record ProductField(
    FieldPath path, Property property, @Nullable PrivacyRole role, boolean always) {}
