package dev.weir.operators.progress;

import dev.weir.operators.stage.WallClock;
import java.io.Serializable;
import java.time.Duration;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the progress of a job is told with.
 *
 * @param gateway whose: its id, or that of one of its two ways out ({@code EndingPlan#writer})
 * @param run of this submission, no other has it
 * @param topic where the records go
 * @param sources what each topic that is written is made of: the source's topic
 * @param plan digest of what all releases let out
 * @param interval between checkpoints
 * @param accepted null: nothing was
 * @param rights asked when a subtask begins
 */
public record ProgressSettings(
    String gateway,
    String run,
    String topic,
    SortedMap<String, String> sources,
    String plan,
    Duration interval,
    ProgressLog log,
    @Nullable Accepted accepted,
    WriteRights rights,
    WallClock clock)
    implements Serializable {

  public ProgressSettings {
    sources = Collections.unmodifiableSortedMap(new TreeMap<>(sources));
  }

  /** Whether something is made of a source's topic. */
  boolean reads(String topic) {
    return sources.containsValue(topic);
  }
}
