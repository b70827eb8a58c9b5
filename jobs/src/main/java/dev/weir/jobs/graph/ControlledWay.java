package dev.weir.jobs.graph;

import dev.weir.operators.control.ControlSettings;
import dev.weir.operators.control.Controlled;
import dev.weir.operators.control.ControlledOperatorFactory;
import dev.weir.operators.control.SubjectPurge;
import dev.weir.operators.meter.CountingFunction;
import dev.weir.operators.meter.CountingOperator;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.jspecify.annotations.Nullable;

/**
 * A function that obeys commands, if the gateway has any. Commands reach it without an edge of the
 * graph, which would end the chain before it.
 */
final class ControlledWay {

  private ControlledWay() {}

  static <I, O, F extends ProcessFunction<I, O> & Controlled & CountingFunction<O>>
      SingleOutputStreamOperator<O> of(
          DataStream<I> in,
          F function,
          TypeInformation<O> type,
          @Nullable ControlSettings control) {
    return control == null
        ? in.transform("treat", type, new CountingOperator<>(function))
        : in.transform("treat", type, ControlledOperatorFactory.of(function, control));
  }

  /** As above, over a keyed stream; such a function forgets subjects. */
  static <K, I, O, F extends KeyedProcessFunction<K, I, O> & SubjectPurge<K, O>>
      SingleOutputStreamOperator<O> keyed(
          KeyedStream<I, K> in,
          F function,
          TypeInformation<O> type,
          @Nullable ControlSettings control) {
    return control == null
        ? in.process(function, type)
        : in.transform("forget", type, ControlledOperatorFactory.keyed(function, control));
  }
}
