package dev.weir.jobs.graph;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.ValueName;
import dev.weir.operators.stage.SubjectKeyFunction;
import dev.weir.operators.stage.SubjectNameFunction;
import dev.weir.operators.state.StreamType;
import dev.weir.plan.ProductPlan;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;

/**
 * Before treat, for plans with erasable tokens: events go to the subtask that has their subject's
 * key. The events of a subject stay in order, for one subtask has them all before and after.
 */
final class SubjectKeyWay {

  private SubjectKeyWay() {}

  static DataStream<Event> of(
      DataStream<Event> events, ProductPlan product, ProductInput input, String of) {
    KeyedStream<Event, ValueName> named =
        events
            .process(
                new SubjectNameFunction(product, input.format(), input.settings().keys()),
                StreamType.EVENT)
            .uid(product.subjectNameUid())
            .name("subject name" + of)
            .keyBy(SubjectKeyFunction::keyOf, StreamType.VALUE_NAME);
    SubjectKeyFunction keys = new SubjectKeyFunction(product.product());
    return ControlledWay.keyed(named, keys, StreamType.EVENT, input.settings().control())
        .uid(product.subjectKeyUid())
        .name("subject key" + of);
  }
}
