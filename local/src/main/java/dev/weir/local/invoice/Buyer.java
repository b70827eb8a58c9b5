package dev.weir.local.invoice;

import org.jspecify.annotations.Nullable;

/**
 * Who pays (EN 16931: BG-7).
 *
 * @param vatId with the country's letters in front
 * @param reference by which the buyer finds it (BT-10); a public body's Leitweg-ID
 * @param email where the electronic invoice goes (BT-49)
 */
public record Buyer(
    String apiVersion,
    String kind,
    String name,
    Address address,
    @Nullable String vatId,
    @Nullable String reference,
    @Nullable String email) {}
