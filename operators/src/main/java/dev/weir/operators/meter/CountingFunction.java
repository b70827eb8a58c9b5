package dev.weir.operators.meter;

import org.apache.flink.util.Collector;

/**
 * A function that tells what it has counted ahead of each barrier: what it tells is in the
 * transaction of what it counts, and need not be in its state.
 *
 * @param <O> what it lets out
 */
public interface CountingFunction<O> {

  /** In place of a checkpoint: the input has ended. */
  long END = -1;

  /**
   * Tells all since it was last asked.
   *
   * @param checkpoint whose barrier comes next, or {@link #END}
   */
  void tell(long checkpoint, Collector<O> out);
}
