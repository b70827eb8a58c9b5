package dev.weir.operators.control;

import org.apache.flink.runtime.operators.coordination.OperatorEvent;

/**
 * What all subtasks have agreed on for a checkpoint: commands below this offset are obeyed from its
 * barrier on.
 *
 * @param clock of the agreement, ms since the epoch: what changes at a date changes by it
 */
public record Boundary(long offset, long clock) implements OperatorEvent {
  private static final long serialVersionUID = 1L;

  /** Nothing is taken back. */
  Boundary max(Boundary other) {
    return new Boundary(Math.max(offset, other.offset), Math.max(clock, other.clock));
  }
}
