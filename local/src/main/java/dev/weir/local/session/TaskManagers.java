package dev.weir.local.session;

import dev.weir.local.process.OwnProcess;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The task managers of a session cluster. One that has ended is replaced by a new process, but not
 * again and again: what ends them each time would not be mended by one more.
 */
final class TaskManagers {

  /** So many are replaced in {@link #WINDOW}. */
  static final int MOST = 5;

  static final Duration WINDOW = Duration.ofMinutes(10);

  private final List<OwnProcess> processes;
  private final InstantSource clock;
  private final Deque<Instant> replaced = new ArrayDeque<>();

  /**
   * @param processes started by the caller
   */
  TaskManagers(List<OwnProcess> processes, InstantSource clock) {
    this.processes = List.copyOf(processes);
    this.clock = clock;
  }

  /** In the order of their start. */
  List<OwnProcess> processes() {
    return processes;
  }

  /**
   * Replaces those that have ended.
   *
   * @return how many had
   * @throws IOException if too many have of late, or one cannot be started
   */
  int replace() throws IOException {
    int ended = 0;
    for (OwnProcess process : processes) {
      if (!process.isAlive()) {
        note();
        process.start();
        ended++;
      }
    }
    return ended;
  }

  private void note() throws IOException {
    Instant now = clock.instant();
    replaced.removeIf(then -> then.isBefore(now.minus(WINDOW)));
    if (replaced.size() == MOST) {
      throw new IOException("task managers have ended more than " + MOST + " times in " + WINDOW);
    }
    replaced.add(now);
  }
}
