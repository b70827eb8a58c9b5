package dev.weir.operators.control;

import java.io.UncheckedIOException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, twice a second, where the log ends, in a thread of its own: the job manager's must not
 * wait for a broker. While it cannot be asked, what was known last is what is agreed on.
 */
final class EndOfLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EndOfLog.class);
  private static final long EVERY_MS = 500;

  private final ControlLog log;
  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(EndOfLog::thread);
  private ControlLog.@Nullable Reader reader;
  private volatile long offset;

  EndOfLog(ControlSettings settings) {
    log = settings.log();
    offset = settings.end();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "weir-control-log");
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    var unused = thread.scheduleWithFixedDelay(this::look, 0, EVERY_MS, TimeUnit.MILLISECONDS);
  }

  /** Looks once. */
  void look() {
    try {
      if (reader == null) {
        reader = log.open();
      }
      offset = Math.max(offset, reader.end());
    } catch (UncheckedIOException away) {
      LOG.warn("nobody says where the control log ends; commands wait");
      closeReader();
    } catch (RuntimeException unexpected) {
      LOG.error(
          "the control log cannot be read ({}); commands wait", unexpected.getClass().getName());
      closeReader();
    }
  }

  private void closeReader() {
    if (reader != null) {
      reader.close();
      reader = null;
    }
  }

  /** The end as last seen, and the time. */
  Boundary now() {
    return new Boundary(offset, System.currentTimeMillis());
  }

  @Override
  public void close() {
    thread.execute(this::closeReader);
    thread.shutdown();
  }
}
