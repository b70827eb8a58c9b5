package dev.weir.operators.state;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one subtask had let out when a checkpoint's barrier passed it.
 *
 * @param run which submission of the job wrote it; no two are the same
 * @param start the how manyeth start of the gateway that was, from 1
 * @param checkpoint its id, which rises within a run; runs that go on count on
 * @param subtask from 0
 * @param parallelism of the job then
 * @param released by topic, all records ever, those of former runs included: over the subtasks of
 *     one checkpoint, and over both ways out where there are two, they add up to what the topics
 *     were given
 * @param positions by source topic and partition, the highest offset of a record that something has
 *     left for; over subtasks the highest holds
 */
public record ProgressState(
    String run,
    long start,
    long checkpoint,
    int subtask,
    int parallelism,
    SortedMap<String, Long> released,
    SortedMap<String, SortedMap<Integer, Long>> positions) {

  public ProgressState {
    released = Collections.unmodifiableSortedMap(new TreeMap<>(released));
    positions = unmodifiable(positions);
  }

  private static SortedMap<String, SortedMap<Integer, Long>> unmodifiable(
      Map<String, SortedMap<Integer, Long>> positions) {
    SortedMap<String, SortedMap<Integer, Long>> copy = new TreeMap<>();
    positions.forEach(
        (topic, offsets) ->
            copy.put(topic, Collections.unmodifiableSortedMap(new TreeMap<>(offsets))));
    return Collections.unmodifiableSortedMap(copy);
  }

  /** Whether both are of the same checkpoint of the same run. */
  public boolean sameCheckpoint(ProgressState other) {
    return run.equals(other.run) && checkpoint == other.checkpoint;
  }

  /** Whether it was written by a later start, or by a later checkpoint of the same one. */
  public boolean newerThan(ProgressState other) {
    return start == other.start ? checkpoint > other.checkpoint : start > other.start;
  }
}
