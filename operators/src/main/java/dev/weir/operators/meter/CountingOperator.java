package dev.weir.operators.meter;

import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.ProcessOperator;
import org.apache.flink.streaming.api.operators.TimestampedCollector;

/** Runs a {@link CountingFunction}, and asks it in time. */
public final class CountingOperator<I, O> extends ProcessOperator<I, O> implements BoundedOneInput {
  private static final long serialVersionUID = 1L;

  public <F extends ProcessFunction<I, O> & CountingFunction<O>> CountingOperator(F function) {
    super(function);
  }

  @SuppressWarnings("unchecked") // what it was made with is both
  private CountingFunction<O> counting() {
    return (CountingFunction<O>) getUserFunction();
  }

  @Override
  public void prepareSnapshotPreBarrier(long checkpoint) {
    counting().tell(checkpoint, new TimestampedCollector<>(output));
  }

  @Override
  public void endInput() {
    counting().tell(CountingFunction.END, new TimestampedCollector<>(output));
  }
}
