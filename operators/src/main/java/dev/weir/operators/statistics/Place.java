package dev.weir.operators.statistics;

import dev.weir.privacy.ledger.Span;

/**
 * What a part of the state belongs to.
 *
 * @param release {@code <agreement>/<release>}; empty: the product
 * @param terms under which it was made: what was made under others is left alone, and goes when its
 *     time comes
 */
public record Place(String release, String terms, Span span) {}
