package dev.weir.operators.progress;

import dev.weir.operators.state.ProgressState;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Progress as tests write it. */
final class Progress {

  static final String OUT = "acme.payments.v1";
  static final String DEAD = "card-payments.dead-letters";
  static final String SOURCE = "payments.v2";
  static final long NOW = 1_772_352_059_999L; // 2026-03-01T08:00:59.999Z

  static final WriteRights WRITABLE = new WriteRights(new TreeMap<>(), topics -> List.of());

  private Progress() {}

  /** Of so many records to {@link #OUT}, made of partition 0 up to that offset. */
  static ProgressState state(
      long start, long checkpoint, int subtask, int of, long released, long offset) {
    return new ProgressState(
        "run-" + start,
        start,
        checkpoint,
        subtask,
        of,
        new TreeMap<>(Map.of(OUT, released)),
        new TreeMap<>(Map.of(SOURCE, new TreeMap<>(Map.of(subtask, offset)))));
  }

  static ProgressRecord record(ProgressState state) {
    return new ProgressRecord("eu", "job", 0, "digest", NOW, 10_000, state);
  }

  static Released released(ProgressState... committed) {
    return released(List.of(committed), List.of());
  }

  static Released released(List<ProgressState> committed, List<ProgressState> undecided) {
    SortedMap<Integer, ProgressRecord> newest = new TreeMap<>();
    committed.forEach(state -> newest.put(state.subtask(), record(state)));
    return new Released(newest, undecided.stream().map(Progress::record).toList(), List.of());
  }

  static ProgressSettings settings(String run, ProgressLog log, @Nullable Accepted accepted) {
    return new ProgressSettings(
        "eu",
        run,
        "weir.progress",
        new TreeMap<>(Map.of(OUT, SOURCE, DEAD, SOURCE)),
        "digest",
        Duration.ofSeconds(10),
        log,
        accepted,
        WRITABLE,
        () -> NOW);
  }
}
