package dev.weir.operators.record;

/** A header that leaves: a name of Weir's own and a text from the plan. */
public record OutputHeader(String name, String value) {}
