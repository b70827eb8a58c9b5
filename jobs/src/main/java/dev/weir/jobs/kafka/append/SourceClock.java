package dev.weir.jobs.kafka.append;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * The append time up to which a subtask has emitted all that it ever will: the least of its
 * partitions, and of when nobody was missing a partition. The second lets a subtask without
 * partitions go on with the others, and holds all of them while a new partition has no reader yet.
 * Confined to the task's thread.
 */
final class SourceClock {

  private final long allowance;
  private final Map<TopicPartition, SplitClock> splits = new HashMap<>();
  private int read = -1;
  private long allRead = Long.MIN_VALUE;
  private @Nullable TopicState last;

  SourceClock(AppendTime time) {
    allowance = time.allowance().toMillis();
  }

  /** A partition is the subtask's from now on. */
  void add(TopicPartition partition, long from) {
    splits.put(partition, new SplitClock(from));
  }

  /** And no longer. */
  void remove(TopicPartition partition) {
    splits.remove(partition);
  }

  /** Of a partition that was added. */
  SplitClock of(TopicPartition partition) {
    SplitClock split = splits.get(partition);
    if (split == null) {
      throw new IllegalStateException("records come of " + partition + ", which is not ours");
    }
    return split;
  }

  /** Those of the subtask. */
  Set<TopicPartition> partitions() {
    return Set.copyOf(splits.keySet());
  }

  /** So many partitions have a reader, whichever it is. */
  void read(int partitions) {
    read = Math.max(read, partitions);
    judge();
  }

  /**
   * @return what to look for, by partition
   */
  Map<TopicPartition, Stretch> told(TopicState state) {
    last = state;
    judge();
    state.found().forEach((partition, found) -> found(partition, found));
    Map<TopicPartition, Stretch> resting = new HashMap<>();
    state.ends().forEach((partition, end) -> told(partition, state.asked(), end, resting));
    return resting;
  }

  private void found(TopicPartition partition, Stretch.Found found) {
    SplitClock split = splits.get(partition);
    if (split != null) {
      split.found(found);
    }
  }

  private void told(
      TopicPartition partition, long asked, long end, Map<TopicPartition, Stretch> resting) {
    SplitClock split = splits.get(partition);
    Stretch stretch = split == null ? null : split.told(asked, end);
    if (stretch != null) {
      resting.put(partition, stretch);
    }
  }

  private void judge() {
    if (last != null && !lacksReaders()) {
      allRead = Math.max(allRead, last.asked());
    }
  }

  /** Whether the topic has partitions that are not known to have a reader. */
  boolean lacksReaders() {
    return last != null && last.partitions() > read;
  }

  /** {@link Long#MIN_VALUE}: not known yet. */
  long watermark() {
    long least = allRead;
    for (SplitClock split : splits.values()) {
      least = Math.min(least, split.time());
    }
    return least == Long.MIN_VALUE ? least : least - allowance;
  }
}
