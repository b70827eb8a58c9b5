package dev.weir.operators.control;

/**
 * A function that obeys commands. It is told in the thread that processes records, between two
 * records; what it changes then is in the next checkpoint, and the change is for the records after
 * that checkpoint.
 */
public interface Controlled {

  /**
   * What holds from now on. First told before {@code open} (after {@code initializeState}), so that
   * no record is ever processed without; then at each checkpoint at which something has changed,
   * the agreed time among it.
   */
  void govern(ControlState state) throws Exception;
}
