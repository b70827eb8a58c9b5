package dev.weir.operators.stage;

import dev.weir.operators.cohort.Completion;
import dev.weir.operators.cohort.DecidedRow;
import dev.weir.operators.metrics.Standing;
import dev.weir.operators.record.Reason;
import dev.weir.privacy.cohort.Formation;
import dev.weir.privacy.cohort.Outcome;
import dev.weir.privacy.cohort.Row;
import dev.weir.privacy.cohort.Subject;
import dev.weir.privacy.cohort.Undelivered;
import dev.weir.privacy.crowd.Shortfall;
import java.util.List;
import java.util.OptionalLong;

/**
 * One region at work: it is the current key whenever it is called. What is decided goes to its
 * {@link CohortGate}, or out, if the decision is in a complete checkpoint.
 */
final class CohortRegion {

  private final Formation formation;
  private final CohortGate gate;
  private final CohortPace pace;
  private final Completion completion;
  private final Out out;
  private final boolean gated;
  private final List<Undelivered> undelivered;
  private long now = Long.MIN_VALUE;
  private long timer = Long.MAX_VALUE;
  private Standing told = Standing.NONE;

  /** Takes what is decided. */
  interface Out {
    /**
     * What leaves until this is called again leaves at one time: the rows of a crowd all do, or
     * none does.
     */
    void turn();

    /**
     * Lets a row go.
     *
     * @return false: it may not leave any more, and was counted
     */
    boolean leave(Completion.Completed row);

    void withhold(Reason reason, int rows);

    /** Sees every decision, before it is followed. */
    void decided(Outcome outcome, long now) throws Exception;

    /** A person is to be forgotten. */
    void forget(Subject subject) throws Exception;

    /** All that was decided in one turn was told. */
    void stands(Standing change);
  }

  /**
   * @param gated whether there are checkpoints to wait for
   * @param undelivered where rows are put that were decided and do not leave
   */
  CohortRegion(
      Formation formation,
      CohortGate gate,
      CohortPace pace,
      Completion completion,
      Out out,
      boolean gated,
      List<Undelivered> undelivered) {
    this.formation = formation;
    this.gate = gate;
    this.pace = pace;
    this.completion = completion;
    this.out = out;
    this.gated = gated;
    this.undelivered = undelivered;
    endTurn();
  }

  /** A checkpoint holds all that was decided before. */
  void barrier(long checkpoint) {
    gate.barrier(checkpoint);
  }

  /** The checkpoint is complete. */
  void complete(long checkpoint) throws Exception {
    out.turn();
    gate.complete(checkpoint, pace::leave);
    endTurn();
  }

  void offer(Row row, long time) throws Exception {
    take(formation.offer(row, passTo(time)));
  }

  void advance(long time) throws Exception {
    if (pace.hasTicked(passTo(time))) {
      take(formation.tick(now));
      letOutPaced();
    } else {
      take(formation.advance(now));
    }
  }

  private void letOutPaced() throws Exception {
    if (!gate.isShut()) {
      out.turn();
      pace.letOut();
      endTurn();
    }
  }

  /** Decides all that waits, and lets it out. */
  void finish(long time) throws Exception {
    take(formation.finish(passTo(time)));
    gate.end(pace::leave);
    pace.letOut();
    endTurn();
  }

  void forget(Subject subject) throws Exception {
    out.forget(subject);
    int waited = formation.erase(subject);
    DecidedErasure.Taken taken = new DecidedErasure(formation, gate, pace).take(subject);
    out.withhold(Reason.ERASED, waited + taken.own());
    out.withhold(Reason.CROWD_GONE, taken.fallen());
    endTurn();
  }

  /** Clocks of machines may go back; here time does not. */
  private long passTo(long time) {
    now = Math.max(now, time);
    return now;
  }

  /** When it must be called again, if that is earlier than what was asked for. */
  OptionalLong earlierTimer() {
    long due = due();
    if (due < Long.MAX_VALUE && (due < timer || timer <= now)) {
      timer = due;
      return OptionalLong.of(due);
    }
    return OptionalLong.empty();
  }

  private long due() {
    long hold = formation.nextDue().orElse(Long.MAX_VALUE);
    boolean ticks = pace.isPaced() && (formation.waiting() > 0 || !pace.isEmpty());
    return ticks ? Math.min(hold, pace.nextTick()) : hold;
  }

  private void take(List<Outcome> outcomes) throws Exception {
    out.turn();
    if (gated) {
      outcomes.forEach(this::mark);
    }
    for (Outcome outcome : outcomes) {
      out.decided(outcome, now);
      if (outcome instanceof Outcome.Released released) {
        release(released);
      } else if (outcome instanceof Outcome.Suppressed suppressed) {
        out.withhold(Reason.valueOf(suppressed.reason().name()), 1);
      }
    }
    endTurn();
  }

  /** Once all of a turn is known: crowds that nobody saw are forgotten, and what stands is told. */
  private void endTurn() {
    if (!undelivered.isEmpty()) {
      formation.undelivered(undelivered);
      undelivered.clear();
    }
    Standing now =
        new Standing(
            formation.waiting(),
            formation.cohorts(),
            formation.people(),
            formation.shortfalls().of(Shortfall.DIVERSITY),
            formation.shortfalls().of(Shortfall.CLOSENESS));
    out.stands(now.minus(told));
    told = now;
  }

  /** Of all that a turn decides, before any row of it leaves. */
  private void mark(Outcome outcome) {
    if (outcome instanceof Outcome.Released released) {
      if (!released.known()) {
        gate.decidedOn(released.row().subject());
      }
      if (released.revived()) {
        gate.decidedOn(released.cohort());
      }
    }
  }

  private void release(Outcome.Released released) throws Exception {
    Subject subject = released.row().subject();
    DecidedRow row = new DecidedRow(subject, released.cohort(), completion.of(released));
    if (!gated || !gate.hold(row)) {
      pace.leave(row);
    }
  }
}
