package dev.weir.jobs.graph;

import dev.weir.operators.record.Answer;
import dev.weir.operators.record.Ask;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.HeldRecord;
import dev.weir.operators.record.OutputRecord;
import dev.weir.operators.stage.AskingTreatFunction;
import dev.weir.operators.stage.AssembleFunction;
import dev.weir.operators.stage.RememberFunction;
import dev.weir.operators.state.StreamType;
import dev.weir.plan.ProductPlan;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Treat for plans with random tokens: treated records stay on their subtask, and wait there for the
 * tokens that another stage, keyed by the values' names, remembers.
 */
final class RememberingWay {

  private RememberingWay() {}

  static DataStream<OutputRecord> of(
      DataStream<Event> events,
      ProductPlan product,
      ProductInput input,
      String of,
      boolean gated,
      Beside beside) {
    AskingTreatFunction treat = new AskingTreatFunction(product, input.format(), input.settings());
    SingleOutputStreamOperator<HeldRecord> held =
        ControlledWay.of(events, treat, StreamType.HELD_RECORD, input.settings().control())
            .uid(product.treatUid())
            .name("treat" + of);
    DataStream<Answer> answers =
        held.getSideOutput(AskingTreatFunction.ASKS)
            .keyBy(Ask::value, StreamType.VALUE_NAME)
            .process(new RememberFunction(), StreamType.ANSWER)
            .uid(product.rememberUid())
            .name("remember" + of)
            .partitionCustom((subtask, subtasks) -> subtask, Answer::subtask);
    SingleOutputStreamOperator<OutputRecord> assembled =
        held.forward()
            .connect(answers)
            .process(new AssembleFunction(), StreamType.OUTPUT_RECORD)
            .uid(product.assembleUid())
            .name("assemble" + of);
    beside.gather(held, assembled, product, input);
    CohortWay.gather(held, product, input, gated, beside);
    return assembled;
  }
}
