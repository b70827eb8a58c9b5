package dev.weir.operators.stage;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;

/** A harness's accumulators as a job's result would give them. */
public final class Accumulated {

  private Accumulated() {}

  public static Map<String, Object> of(AbstractStreamOperatorTestHarness<?> harness) {
    Map<String, Object> values = new HashMap<>();
    harness
        .getEnvironment()
        .getAccumulatorRegistry()
        .getUserMap()
        .forEach((name, accumulator) -> values.put(name, accumulator.getLocalValue()));
    return values;
  }
}
