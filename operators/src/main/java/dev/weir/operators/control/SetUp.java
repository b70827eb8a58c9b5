package dev.weir.operators.control;

import org.apache.flink.runtime.operators.coordination.OperatorEventHandler;
import org.apache.flink.streaming.api.operators.StreamOperatorParameters;

/**
 * An operator that is told what is agreed, and takes what Flink gives its own operators on the
 * machine that runs them.
 */
interface SetUp<O> extends OperatorEventHandler {

  void setUp(StreamOperatorParameters<O> parameters);
}
