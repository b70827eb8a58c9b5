package dev.weir.jobs;

import dev.weir.operators.decode.Decoder;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.operators.treat.CellCounter;
import dev.weir.operators.treat.Slice;
import dev.weir.operators.treat.SubjectReader;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.operators.treat.Treater;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.util.Objects;

/** A record that begins with {@code !} is malformed; every other is released as it is. */
public record LineFormat() implements RecordFormat {

  @Override
  public Decoder decoder(ProductPlan product) {
    return record ->
        Objects.requireNonNull(record.value())[0] == '!'
            ? Event.rejected(record, Rejection.of(Reason.MALFORMED))
            : new Event(record, new int[0], record.timestamp(), Event.UNKNOWN, null);
  }

  @Override
  public SubjectReader subjects(ProductPlan product) {
    return event -> new Slice();
  }

  @Override
  public CellCounter cells(ReleasePlan release) {
    return value -> 1;
  }

  @Override
  public Treater treater(ProductPlan product, ReleasePlan release, TokenKeys keys) {
    return (event, value, key) -> {
      value.write(Objects.requireNonNull(event.source().value()));
      return null;
    };
  }
}
