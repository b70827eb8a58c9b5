package dev.weir.operators.state;

/**
 * One thing that is known of the commands that a job has obeyed.
 *
 * @param kind what it is
 * @param name of what it is known; empty: of the job
 * @param value what is known
 */
public record ControlEntryState(String kind, String name, String value) {}
