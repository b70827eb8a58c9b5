package dev.weir.privacy.cohort;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** Runs steps with a clock of its own, which fires when a formation asks for it. */
final class Harness {

  final Policy policy;
  final List<Decided> decided = new ArrayList<>();
  final Map<Integer, Row> offered = new HashMap<>();
  final Map<Integer, Long> arrivals = new HashMap<>();
  final Map<Integer, Integer> arrivalCalls = new HashMap<>();
  final Map<Subject, List<Integer>> erasures = new HashMap<>();
  int dropped;
  MemoryPages pages = new MemoryPages();
  Formation formation;
  long now;
  private int call;

  /** On which a paced formation ticks. */
  private static final long PACE = 7;

  Harness(Policy policy) {
    this.policy = policy;
    this.formation = formation();
  }

  private Formation formation() {
    return World.formation(policy, pages);
  }

  /** A run to the end of its input. */
  static Harness whole(Policy policy, List<Step> steps) {
    return new Harness(policy).run(steps).finish();
  }

  /** All that is not in the pages is gone. */
  void killAndRestore() {
    pages = MemoryPages.of(pages.toBytes());
    formation = formation();
  }

  Harness run(List<Step> steps) {
    return run(steps, at -> false);
  }

  Harness run(List<Step> steps, IntPredicate killBefore) {
    for (int at = 0; at < steps.size(); at++) {
      if (killBefore.test(at)) {
        killAndRestore();
      }
      step(at, steps.get(at));
    }
    return this;
  }

  /**
   * Goes back to where it was after so many steps, as often as it is told to, and takes what came
   * since again.
   *
   * @param backFrom after which steps
   * @param back how many steps
   */
  Harness runWithReplay(List<Step> steps, Set<Integer> backFrom, int back) {
    List<Checkpoint> checkpoints = new ArrayList<>(List.of(checkpoint()));
    Set<Integer> left = new HashSet<>(backFrom);
    for (int at = 0; at < steps.size(); ) {
      step(at, steps.get(at));
      at++;
      checkpoints.subList(at, checkpoints.size()).clear();
      checkpoints.add(checkpoint());
      if (left.remove(at)) {
        at = Math.max(0, at - back);
        restore(checkpoints.get(at));
      }
    }
    return this;
  }

  /** What a checkpoint holds, and what a reader of committed rows has by then. */
  private record Checkpoint(byte[] pages, long now, int call, int decided, int dropped) {}

  private Checkpoint checkpoint() {
    return new Checkpoint(pages.toBytes(), now, call, decided.size(), dropped);
  }

  private void restore(Checkpoint checkpoint) {
    pages = MemoryPages.of(checkpoint.pages());
    formation = formation();
    now = checkpoint.now();
    call = checkpoint.call();
    dropped = checkpoint.dropped();
    decided.subList(checkpoint.decided(), decided.size()).clear();
  }

  Harness finish() {
    take(formation.finish(now));
    return this;
  }

  void step(int id, Step step) {
    passTo(now + step.gap());
    if (step.erased()) {
      erasures
          .computeIfAbsent(World.subject(step.person()), subject -> new ArrayList<>())
          .add(call);
      dropped += formation.erase(World.subject(step.person()));
    } else {
      offer(World.row(id, step.person(), step.variation(), step.value()));
    }
  }

  void offer(Row row) {
    offered.put(World.id(row), row);
    arrivals.put(World.id(row), now);
    arrivalCalls.put(World.id(row), call + 1);
    take(formation.offer(row, now));
  }

  /** Timers fire on their time, however long nothing comes. */
  void passTo(long time) {
    for (long next = next(); next <= time; next = next()) {
      now = Math.max(now, next);
      take(isTick(now) ? formation.tick(now) : formation.advance(now));
    }
    now = time;
  }

  private boolean isTick(long time) {
    return policy.paced() && time % PACE == 0;
  }

  private long next() {
    long due = formation.nextDue().orElse(Long.MAX_VALUE);
    long tick =
        policy.paced() && formation.waiting() > 0 ? (now / PACE + 1) * PACE : Long.MAX_VALUE;
    return Math.min(due, tick);
  }

  private void take(List<Outcome> outcomes) {
    call++;
    outcomes.forEach(outcome -> decided.add(new Decided(call, now, outcome)));
  }

  List<String> texts() {
    return decided.stream().map(Decided::text).toList();
  }

  /** What became of each row, whoever else there is. */
  Map<Integer, String> fates() {
    Map<Integer, String> fates = new HashMap<>();
    decided.forEach(one -> fates.put(one.id(), one.fate()));
    return fates;
  }
}
