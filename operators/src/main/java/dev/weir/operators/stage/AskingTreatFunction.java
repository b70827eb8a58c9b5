package dev.weir.operators.stage;

import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.control.ControlState;
import dev.weir.operators.control.SubjectForgetting;
import dev.weir.operators.meter.CountingFunction;
import dev.weir.operators.record.Ask;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.HeldRecord;
import dev.weir.operators.record.Hole;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.state.StreamType;
import dev.weir.operators.statistics.StatisticsRow;
import dev.weir.plan.ProductPlan;
import dev.weir.tokenization.control.Command;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;

/**
 * As {@link TreatFunction}, for plans with random tokens: records go on with holes, and beside them
 * the questions what belongs there. Questions are numbered in the order of the holes; {@link
 * AssembleFunction} counts them in the same order.
 */
public final class AskingTreatFunction extends ProcessFunction<Event, HeldRecord>
    implements CheckpointedFunction, SubjectForgetting<Event>, CountingFunction<HeldRecord> {

  /** Where the questions leave. */
  public static final OutputTag<Ask> ASKS = new OutputTag<>("asks", StreamType.ASK);

  private static final long serialVersionUID = 1L;

  private final TreatCore core;
  private transient int subtask;
  private transient long asked;

  public AskingTreatFunction(ProductPlan product, RecordFormat format, TreatSettings settings) {
    core = new TreatCore(product, format, settings);
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    core.initialize(context);
  }

  @Override
  public void open(OpenContext context) {
    subtask = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
    core.open(getRuntimeContext());
  }

  @Override
  public @Nullable Event forgetting(Command.PurgeSubject purge) {
    return core.forgetting(purge);
  }

  @Override
  public void govern(ControlState now) throws Exception {
    core.govern(now);
  }

  @Override
  public void processElement(Event event, Context context, Collector<HeldRecord> out) {
    core.process(
        event,
        new Outlet() {
          @Override
          public void leave(OutputRecord record, List<Hole> holes) {
            hold(record, holes, context, out);
          }

          @Override
          public void gather(OutputTag<CohortRow> regions, CohortRow row) {
            context.output(regions, row);
          }

          @Override
          public void count(OutputTag<StatisticsRow> rows, StatisticsRow row) {
            context.output(rows, row);
          }
        });
  }

  private void hold(
      OutputRecord record, List<Hole> holes, Context context, Collector<HeldRecord> out) {
    out.collect(new HeldRecord(record, holes));
    for (Hole hole : holes) {
      context.output(ASKS, new Ask(subtask, asked++, hole.value(), hole.remember()));
    }
  }

  @Override
  public void tell(long checkpoint, Collector<HeldRecord> out) {
    core.tell(
        checkpoint, getRuntimeContext(), record -> out.collect(new HeldRecord(record, List.of())));
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    core.snapshot(getRuntimeContext());
  }

  @Override
  public void close() {
    core.close();
  }
}
