package dev.weir.operators.control;

import org.apache.flink.streaming.api.operators.StreamOperatorParameters;

/** An operator that takes what Flink gives its own operators on the machine that runs them. */
interface SetUp<O> {

  void setUp(StreamOperatorParameters<O> parameters);
}
