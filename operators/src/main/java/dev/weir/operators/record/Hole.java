package dev.weir.operators.record;

/**
 * A place in a record where a random token belongs.
 *
 * @param at where in the record's value the token's text begins
 * @param value whose token it is
 * @param remember how long a value keeps a token that is drawn now: an ISO 8601 period or duration
 */
public record Hole(int at, ValueName value, String remember) {}
