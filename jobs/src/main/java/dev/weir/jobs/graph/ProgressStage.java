package dev.weir.jobs.graph;

import dev.weir.operators.progress.ProgressOperator;
import dev.weir.operators.progress.ProgressSettings;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.state.StreamType;
import dev.weir.plan.EndingPlan;
import java.util.function.UnaryOperator;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The stage that tells what was let out: next before the sink, in one chain with it. */
public final class ProgressStage {

  private ProgressStage() {}

  /** What a job on a cluster has between its last stage and its sink. */
  public static UnaryOperator<DataStream<OutputRecord>> of(
      EndingPlan ending, ProgressSettings settings) {
    return leaving ->
        leaving
            .transform("progress", StreamType.OUTPUT_RECORD, new ProgressOperator(settings))
            .uid(ending.sink().progressUid())
            .name(ending.named("progress"));
  }
}
