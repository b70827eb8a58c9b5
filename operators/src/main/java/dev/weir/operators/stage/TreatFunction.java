package dev.weir.operators.stage;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.state.KeyFingerprintState;
import dev.weir.operators.state.KeyFingerprintStateSerializer;
import dev.weir.plan.ProductPlan;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.IOUtils;

/**
 * Events to what leaves, for all releases of a product: released records and dead letters.
 *
 * <p>Its state is the fingerprint of every key that it has used, so that no run goes on with
 * another.
 */
public final class TreatFunction extends ProcessFunction<Event, OutputRecord>
    implements CheckpointedFunction {
  private static final long serialVersionUID = 1L;

  /** Counts the forms that the state has had; each has a file in the tests' resources. */
  static final int STATE_VERSION = 1;

  /** For ever: checkpoints find the state by it. */
  private static final ListStateDescriptor<KeyFingerprintState> FINGERPRINTS =
      new ListStateDescriptor<>("key-fingerprints", KeyFingerprintStateSerializer.INSTANCE);

  private final ProductPlan product;
  private final RecordFormat format;
  private final TreatSettings settings;

  @SuppressWarnings("NullAway.Init") // set in initializeState, before open
  private transient ListState<KeyFingerprintState> fingerprints;

  @SuppressWarnings("NullAway.Init") // set in initializeState, before open
  private transient KeyCheck keyCheck;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient ProductStage stage;

  public TreatFunction(ProductPlan product, RecordFormat format, TreatSettings settings) {
    this.product = product;
    this.format = format;
    this.settings = settings;
  }

  @Override
  public void initializeState(FunctionInitializationContext context) throws Exception {
    fingerprints = context.getOperatorStateStore().getUnionListState(FINGERPRINTS);
    keyCheck = new KeyCheck();
    for (KeyFingerprintState state : fingerprints.get()) {
      keyCheck.remember(state);
    }
  }

  @Override
  public void open(OpenContext context) {
    stage = ProductStage.open(product, format, settings, keyCheck, getRuntimeContext());
  }

  @Override
  public void processElement(Event event, Context context, Collector<OutputRecord> out) {
    stage.process(event, out);
  }

  /** One subtask writes what all know: every subtask reads all of it back. */
  @Override
  public void snapshotState(FunctionSnapshotContext context) throws Exception {
    boolean first = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
    fingerprints.update(first ? keyCheck.states() : List.of());
  }

  @Override
  public void close() {
    IOUtils.closeQuietly(stage);
  }
}
