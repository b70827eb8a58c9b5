package dev.weir.operators.control;

import java.io.Serializable;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.operators.coordination.OperatorCoordinator;
import org.apache.flink.runtime.operators.coordination.RecreateOnResetOperatorCoordinator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.operators.AbstractStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.CoordinatedOperatorFactory;
import org.apache.flink.streaming.api.operators.OneInputStreamOperatorFactory;
import org.apache.flink.streaming.api.operators.StreamOperator;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;

/**
 * Puts a {@link Controlled} function into a graph, by {@code DataStream.transform}: it is chained
 * as it would be without, and a coordinator in the job manager tells its subtasks how far the log
 * is obeyed.
 */
public final class ControlledOperatorFactory<I, O> extends AbstractStreamOperatorFactory<O>
    implements OneInputStreamOperatorFactory<I, O>, CoordinatedOperatorFactory<O> {
  private static final long serialVersionUID = 1L;

  private final Making<O> making;
  private final ControlSettings settings;

  private ControlledOperatorFactory(Making<O> making, ControlSettings settings) {
    this.making = making;
    this.settings = settings;
  }

  /** Makes the operator on the machine that runs it. */
  private interface Making<O> extends Serializable {
    SetUp<O> operator();
  }

  /** Of a function over a stream as it comes. */
  public static <I, O, F extends ProcessFunction<I, O> & Controlled>
      ControlledOperatorFactory<I, O> of(F function, ControlSettings settings) {
    return new ControlledOperatorFactory<>(
        () -> new ControlledOperator<>(function, settings), settings);
  }

  /** Of a function over a keyed stream. */
  public static <K, I, O, F extends KeyedProcessFunction<K, I, O> & SubjectPurge<K, O>>
      ControlledOperatorFactory<I, O> keyed(F function, ControlSettings settings) {
    return new ControlledOperatorFactory<>(
        () -> new ControlledKeyedOperator<>(function, settings), settings);
  }

  @Override
  @SuppressWarnings("unchecked") // as Flink's own factories do
  public <T extends StreamOperator<O>> T createStreamOperator(
      StreamOperatorParameters<O> parameters) {
    SetUp<O> operator = making.operator();
    operator.setUp(parameters);
    parameters
        .getOperatorEventDispatcher()
        .registerEventHandler(parameters.getStreamConfig().getOperatorID(), operator);
    return (T) operator;
  }

  @Override
  public OperatorCoordinator.Provider getCoordinatorProvider(String name, OperatorID id) {
    return new Provider(id, settings);
  }

  @Override
  @SuppressWarnings("rawtypes") // Flink's own signature
  public Class<? extends StreamOperator> getStreamOperatorClass(ClassLoader loader) {
    return ControlledOperator.class;
  }

  /** Makes the coordinator in the job manager, and anew when the job is reset. */
  private static final class Provider extends RecreateOnResetOperatorCoordinator.Provider {
    private static final long serialVersionUID = 1L;

    private final ControlSettings settings;

    Provider(OperatorID id, ControlSettings settings) {
      super(id);
      this.settings = settings;
    }

    @Override
    protected OperatorCoordinator getCoordinator(OperatorCoordinator.Context context) {
      return new ControlCoordinator(
          context.getCoordinatorStore(), settings, new EndOfLog(settings));
    }
  }
}
