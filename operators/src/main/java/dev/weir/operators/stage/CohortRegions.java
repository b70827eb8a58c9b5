package dev.weir.operators.stage;

import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.state.StreamType;
import dev.weir.plan.ReleasePlan;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.util.OutputTag;

/** Where the rows of a release of cohorts go: the keys of its regions, which are for ever. */
public final class CohortRegions {

  /** Of a job, fixed for life: checkpoints find the state of a region by its group. */
  public static final int KEY_GROUPS = 720;

  private static final int[] KEY_OF_GROUP = keys();

  private CohortRegions() {}

  /** For each group the least key in it: a region's group is chosen, and a key by it. */
  private static int[] keys() {
    int[] keys = new int[KEY_GROUPS];
    Arrays.fill(keys, -1);
    int left = KEY_GROUPS;
    for (int key = 0; left > 0; key++) {
      int group = group(key);
      if (keys[group] < 0) {
        keys[group] = key;
        left--;
      }
    }
    return keys;
  }

  private static int group(int key) {
    return KeyGroupRangeAssignment.assignToKeyGroup(key, KEY_GROUPS);
  }

  /**
   * The keys of a release's regions, by their numbers: in groups at even distances, so that any
   * number of subtasks has as many as each other, or one more.
   */
  public static List<Integer> keys(ReleasePlan release, int regions) {
    return regions == 1
        ? List.of(only(release))
        : IntStream.range(0, regions)
            .map(region -> KEY_OF_GROUP[(region * KEY_GROUPS + regions - 1) / regions])
            .boxed()
            .toList();
  }

  /** All that a region of the release has had under any version of its agreement. */
  static List<Integer> everyKey(ReleasePlan release) {
    return IntStream.concat(IntStream.of(only(release)), IntStream.of(KEY_OF_GROUP))
        .distinct()
        .boxed()
        .toList();
  }

  /** Of the one region: by name, so that those of several releases are at several subtasks. */
  private static int only(ReleasePlan release) {
    return (release.agreement() + "/" + release.release()).hashCode();
  }

  /** The rows of a release, beside what leaves treat. */
  public static OutputTag<CohortRow> rows(ReleasePlan release) {
    return new OutputTag<>("rows of " + release.topic(), StreamType.COHORT_ROW);
  }

  /** The regions of an operator's subtask that have that state. */
  static List<Integer> with(AbstractStreamOperator<?> operator, String state) {
    try (Stream<Integer> regions =
        operator.<Integer>getKeyedStateBackend().getKeys(state, VoidNamespace.INSTANCE)) {
      return regions.distinct().toList();
    }
  }
}
