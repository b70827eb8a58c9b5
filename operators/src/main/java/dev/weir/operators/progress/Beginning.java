package dev.weir.operators.progress;

import dev.weir.operators.stage.JobStoppedException;
import dev.weir.operators.state.ProgressState;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Where a subtask begins: what it restores is held against what was released, before it lets
 * anything out. A start has been checked before; but a cluster restarts by itself, from what it
 * finds, and time passes between a check and the first record.
 */
final class Beginning {

  /** How long another subtask may take to commit what the state counts on. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private static final long POLL_MS = 200;

  private final ProgressSettings settings;
  private final Collection<ProgressState> state;
  private final IntPredicate own;
  private final boolean again;

  /**
   * @param state of all subtasks that wrote the checkpoint
   */
  Beginning(ProgressSettings settings, Collection<ProgressState> state, int subtask, int of) {
    this.settings = settings;
    this.state = state;
    this.own = former -> former % of == subtask;
    this.again = state.stream().anyMatch(saved -> saved.run().equals(settings.run()));
  }

  /**
   * What a subtask goes on from.
   *
   * @param start the how manyeth of the gateway this is
   * @param before what it counts on from
   * @param accepted what it has to tell; null: nothing
   */
  record Point(long start, List<ProgressState> before, @Nullable Accepted accepted) {}

  /**
   * Compares, and waits while a transaction that decides is open.
   *
   * @throws IOException if the topic cannot be read, or nothing was decided in time: worth a
   *     restart
   * @throws org.apache.flink.runtime.execution.SuppressRestartsException if the state is not what
   *     was released, and nobody has accepted that
   */
  Point find() throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    Released released = settings.log().read(settings.gateway());
    while (isUndecided(released)) {
      if (System.nanoTime() > until) {
        throw new IOException(
            "transactions in " + settings.topic() + " are still open; the state counts on them");
      }
      Thread.sleep(POLL_MS);
      released = settings.log().read(settings.gateway());
    }
    return decided(released);
  }

  private boolean isUndecided(Released released) {
    return compared(released).isUndecided() || anotherMayHaveReleased(released);
  }

  private Comparison compared(Released released) {
    Comparison all = Comparison.of(state, released, settings::reads);
    return state.isEmpty() ? all : all.of(own);
  }

  /** What this run has open is of a checkpoint that did not complete, and never leaves. */
  private boolean anotherMayHaveReleased(Released released) {
    return released.undecided().stream()
        .map(ProgressRecord::state)
        .filter(open -> !open.run().equals(settings.run()))
        .anyMatch(open -> state.stream().noneMatch(saved -> !open.newerThan(saved)));
  }

  private Point decided(Released released) {
    Comparison compared = compared(released);
    Accepted accepted = again ? null : settings.accepted();
    boolean covered =
        compared.differences().stream()
            .allMatch(found -> accepted != null && accepted.covers(found));
    if (!covered) {
      throw JobStoppedException.stop(
          JobStoppedException.Kind.PROGRESS, message(compared, released));
    }
    return new Point(start(released), before(accepted, released), accepted);
  }

  private String message(Comparison compared, Released released) {
    List<String> found = new ArrayList<>();
    if (compared.wouldDouble()) {
      found.add(
          ProgressText.older(state, released, compared)
              + ". If another job runs for this gateway, end one of them. "
              + ProgressText.mendOlder(settings.topic()));
    }
    if (compared.wouldLose()) {
      found.add(
          ProgressText.ahead(state, compared) + ". " + ProgressText.mendAhead(settings.topic()));
    }
    return String.join("; ", found);
  }

  private long start(Released released) {
    long newest = released.newest().map(record -> record.state().start()).orElse(0L);
    long saved = state.stream().mapToLong(ProgressState::start).max().orElse(0);
    return again ? saved : Math.max(newest, saved) + 1;
  }

  /** Without state, or once something was accepted, the topic alone says what was released. */
  private List<ProgressState> before(@Nullable Accepted accepted, Released released) {
    boolean told = accepted != null || state.isEmpty();
    Collection<ProgressState> from = told ? released.standing() : state;
    return from.stream().filter(saved -> own.test(saved.subtask())).toList();
  }
}
