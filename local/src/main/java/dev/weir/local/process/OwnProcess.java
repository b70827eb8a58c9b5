package dev.weir.local.process;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process that was started here and can be started again with the same command, after it was
 * killed or has died. Only the process itself is ever ended, by its id.
 */
public final class OwnProcess implements AutoCloseable {

  private static final long GRACE_SECONDS = 20;

  private final ProcessBuilder command;
  private @Nullable Process running;

  /**
   * @param command nothing runs yet
   */
  public OwnProcess(ProcessBuilder command) {
    this.command = command;
  }

  /**
   * Starts it; nothing happens if it runs.
   *
   * @return what runs
   */
  public synchronized Process start() throws IOException {
    Process now = running;
    if (now == null || !now.isAlive()) {
      now = command.start();
      running = now;
    }
    return now;
  }

  public synchronized boolean isAlive() {
    return running != null && running.isAlive();
  }

  /** SIGKILL: it gets no chance to tidy up. It is gone when this returns. */
  public synchronized void kill() throws InterruptedException {
    if (running != null) {
      running.destroyForcibly().waitFor();
    }
  }

  /** Asks it to end, and kills it if it has not after a while. */
  @Override
  public synchronized void close() {
    try {
      if (running != null) {
        running.destroy();
        if (!running.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
          kill();
        }
      }
    } catch (InterruptedException e) {
      running.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
