package dev.weir.operators.stage;

import dev.weir.operators.record.Event;
import dev.weir.operators.state.KeyFingerprintState;
import dev.weir.operators.state.KeyFingerprintStateSerializer;
import dev.weir.plan.ProductPlan;
import java.io.Serializable;
import java.util.List;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.util.IOUtils;

/**
 * What every treat function does, wherever its records go: its state is the fingerprint of every
 * key that it has used, so that no run goes on with another.
 */
final class TreatCore implements Serializable {
  private static final long serialVersionUID = 1L;

  /** For ever: checkpoints find the state by it. */
  private static final ListStateDescriptor<KeyFingerprintState> FINGERPRINTS =
      new ListStateDescriptor<>("key-fingerprints", KeyFingerprintStateSerializer.INSTANCE);

  private final ProductPlan product;
  private final RecordFormat format;
  private final TreatSettings settings;

  @SuppressWarnings("NullAway.Init") // set in initialize, before open
  private transient ListState<KeyFingerprintState> fingerprints;

  @SuppressWarnings("NullAway.Init") // set in initialize, before open
  private transient KeyCheck keyCheck;

  @SuppressWarnings("NullAway.Init") // set in open
  private transient ProductStage stage;

  TreatCore(ProductPlan product, RecordFormat format, TreatSettings settings) {
    this.product = product;
    this.format = format;
    this.settings = settings;
  }

  void initialize(FunctionInitializationContext context) throws Exception {
    fingerprints = context.getOperatorStateStore().getUnionListState(FINGERPRINTS);
    keyCheck = new KeyCheck();
    for (KeyFingerprintState state : fingerprints.get()) {
      keyCheck.remember(state);
    }
  }

  void open(RuntimeContext context) {
    stage = ProductStage.open(product, format, settings, keyCheck, context);
  }

  void process(Event event, Outlet out) {
    stage.process(event, out);
  }

  /** One subtask writes what all know: every subtask reads all of it back. */
  void snapshot(RuntimeContext context) throws Exception {
    boolean first = context.getTaskInfo().getIndexOfThisSubtask() == 0;
    fingerprints.update(first ? keyCheck.states() : List.of());
  }

  void close() {
    IOUtils.closeQuietly(stage);
  }
}
