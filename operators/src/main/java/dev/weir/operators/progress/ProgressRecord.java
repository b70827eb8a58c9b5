package dev.weir.operators.progress;

import dev.weir.operators.state.ProgressState;

/**
 * One record of the progress topic.
 *
 * @param job Flink's id of the job, for people: it is not unique on every cluster
 * @param attempt of the task, from 0
 * @param plan digest of what all releases of the job let out
 * @param time when the barrier passed, in ms since the epoch, by the subtask's clock
 * @param interval between the job's checkpoints, in ms
 */
public record ProgressRecord(
    String gateway,
    String job,
    int attempt,
    String plan,
    long time,
    long interval,
    ProgressState state) {}
