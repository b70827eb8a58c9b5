package dev.weir.jobs.replay;

import dev.weir.operators.deadletter.DeadLetter;

/**
 * A dead letter as it is kept.
 *
 * @param timestamp the minute in which it was written, in ms since the epoch; -1: not known
 */
public record StoredLetter(DeadLetter letter, long timestamp) {}
