package dev.weir.operators.stage;

import dev.weir.operators.cohort.CohortRow;
import dev.weir.operators.control.ControlState;
import dev.weir.operators.control.SubjectForgetting;
import dev.weir.operators.meter.CountingFunction;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Hole;
import dev.weir.operators.record.OutputRecord;
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
 * Events to what leaves, for all releases of a product: released records and dead letters. For
 * plans without random tokens: {@link AskingTreatFunction} is for those.
 */
public final class TreatFunction extends ProcessFunction<Event, OutputRecord>
    implements CheckpointedFunction, SubjectForgetting<Event>, CountingFunction<OutputRecord> {
  private static final long serialVersionUID = 1L;

  /** Counts the forms that the state has had; each has a file in the tests' resources. */
  static final int STATE_VERSION = 1;

  /** The name of the keys' fingerprints in checkpoints, for ever. */
  public static final String FINGERPRINTS_STATE = "key-fingerprints";

  private final TreatCore core;

  public TreatFunction(ProductPlan product, RecordFormat format, TreatSettings settings) {
    if (product.remembers()) {
      throw new IllegalArgumentException("random tokens need the stages that remember them");
    }
    core = new TreatCore(product, format, settings);
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    core.initialize(context);
  }

  @Override
  public void open(OpenContext context) {
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
  public void processElement(Event event, Context context, Collector<OutputRecord> out) {
    core.process(event, new Leaving(context, out));
  }

  @Override
  public void tell(long checkpoint, Collector<OutputRecord> out) {
    core.tell(checkpoint, getRuntimeContext(), out::collect);
  }

  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    core.snapshot(getRuntimeContext());
  }

  @Override
  public void close() {
    core.close();
  }

  /** Records go on, rows to their regions. */
  private record Leaving(Context context, Collector<OutputRecord> out) implements Outlet {
    @Override
    public void leave(OutputRecord record, List<Hole> holes) {
      if (record.origin() == null) {
        out.collect(record);
      } else {
        context.output(Restrained.RECORDS, record);
      }
    }

    @Override
    public void gather(OutputTag<CohortRow> regions, CohortRow row) {
      context.output(regions, row);
    }

    @Override
    public void count(OutputTag<StatisticsRow> rows, StatisticsRow row) {
      context.output(rows, row);
    }
  }
}
