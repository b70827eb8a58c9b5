package dev.weir.operators.stage;

import dev.weir.operators.record.Answer;
import dev.weir.operators.record.HeldRecord;
import dev.weir.operators.record.OutputRecord;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.co.CoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Puts random tokens into the records of the same subtask of {@link AskingTreatFunction}, and lets
 * them out in the order in which they came.
 *
 * <p>It keeps no state. A question goes before the same checkpoint barrier as its record, its
 * answer before the barrier that follows it, and barriers are aligned: so at a checkpoint nothing
 * waits here. If something does, the checkpoint fails.
 */
public final class AssembleFunction extends CoProcessFunction<HeldRecord, Answer, OutputRecord>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("NullAway.Init") // set in initializeState, before any record
  private transient Assembly assembly;

  @Override
  public void initializeState(FunctionInitializationContext context) {
    assembly = new Assembly();
  }

  @Override
  public void processElement1(HeldRecord record, Context context, Collector<OutputRecord> out) {
    assembly.add(record);
    emit(context, out);
  }

  @Override
  public void processElement2(Answer answer, Context context, Collector<OutputRecord> out) {
    assembly.answer(answer.number(), answer.token());
    emit(context, out);
  }

  private void emit(Context context, Collector<OutputRecord> out) {
    assembly.emit(
        record -> {
          if (record.origin() == null) {
            out.collect(record);
          } else {
            context.output(Restrained.RECORDS, record);
          }
        });
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) {
    if (!assembly.isEmpty()) {
      throw new IllegalStateException(
          "a record waits for its random tokens at a checkpoint, which must be aligned");
    }
  }
}
