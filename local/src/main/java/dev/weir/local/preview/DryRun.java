package dev.weir.local.preview;

import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.Decoder;
import dev.weir.operators.format.JsonRecordFormat;
import dev.weir.operators.format.RecordLimits;
import dev.weir.operators.judge.ReleaseJudge;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.treat.Treater;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.tokenization.keys.KeyProvider;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product's records decoded, judged and treated by the very classes that a run uses, without a
 * cluster and without writing. Confined to one thread.
 */
final class DryRun {

  private record Stage(ReleaseJudge judge, Treater treater) {}

  private final Decoder decoder;
  private final List<Stage> stages = new ArrayList<>();
  private final ByteOutput value = new ByteOutput(1 << 10);
  private final ByteOutput key = new ByteOutput(1 << 7);

  DryRun(ProductPlan product, KeyProvider keys) {
    JsonRecordFormat format = new JsonRecordFormat(RecordLimits.DEFAULT);
    decoder = format.decoder(product);
    for (ReleasePlan release : product.releases()) {
      stages.add(
          new Stage(
              ReleaseJudge.compile(product, release), format.treater(product, release, keys)));
    }
  }

  /**
   * What becomes of the record in each release, in the plan's order.
   *
   * @param record not blank
   * @param now the clock, in ms since the epoch
   */
  List<Outcome> outcomes(SourceRecord record, long now) {
    Event event = decoder.decode(record);
    Rejection rejection = event.rejection();
    return stages.stream()
        .map(
            stage ->
                rejection == null
                    ? outcome(stage, event, now)
                    : new Outcome.DeadLettered(rejection))
        .toList();
  }

  private Outcome outcome(Stage stage, Event event, long now) {
    Reason withheld = stage.judge().judge(event, now);
    if (withheld != null) {
      return new Outcome.Withheld(withheld);
    }
    value.reset();
    key.reset();
    @Nullable Rejection rejection = stage.treater().treat(event, value, key);
    return rejection == null
        ? new Outcome.Released(value.toByteArray())
        : new Outcome.DeadLettered(rejection);
  }
}
