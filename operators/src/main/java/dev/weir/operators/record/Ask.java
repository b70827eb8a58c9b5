package dev.weir.operators.record;

/**
 * Asks for a value's random token.
 *
 * @param subtask that has asked
 * @param number of the question among the subtask's, from 0
 */
public record Ask(int subtask, long number, ValueName value, String remember) {}
