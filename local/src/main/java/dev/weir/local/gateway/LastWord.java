package dev.weir.local.gateway;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Who says how to go on: the hook of a process that goes down, or the thread that waits for the end
 * of the job, which a savepoint ends too. Hooks run side by side, Flink's own among them, and the
 * process lives until the slowest is done; so only one of the two may speak, and it is the hook if
 * there will be one.
 */
final class LastWord {

  private final AtomicBoolean taken = new AtomicBoolean();

  /** For the hook. */
  boolean take() {
    return taken.compareAndSet(false, true);
  }

  /** For the thread that waits. */
  boolean takeUnlessGoingDown() {
    return !goesDown() && take();
  }

  /** The runtime refuses hooks once it has begun to run them; it tells in no other way. */
  private static boolean goesDown() {
    Thread probe = new Thread(() -> {}, "weir-going-down");
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      Runtime.getRuntime().removeShutdownHook(probe);
      return false;
    } catch (IllegalStateException goingDown) {
      return true;
    }
  }
}
