package dev.weir.promises.leak;

import dev.weir.operators.decode.Decoder;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.operators.treat.CellCounter;
import dev.weir.operators.treat.SubjectReader;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.operators.treat.Treater;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;

/** A format that, once told to, fails as libraries do: with what it was given in its message. */
record Defect(RecordFormat format) implements RecordFormat {

  static final AtomicBoolean NOW = new AtomicBoolean();

  @Override
  public Decoder decoder(ProductPlan product) {
    return format.decoder(product);
  }

  @Override
  public SubjectReader subjects(ProductPlan product) {
    return format.subjects(product);
  }

  @Override
  public CellCounter cells(ReleasePlan release) {
    return format.cells(release);
  }

  @Override
  public Treater treater(ProductPlan product, ReleasePlan release, TokenKeys keys) {
    Treater treater = format.treater(product, release, keys);
    return (event, value, key) -> {
      if (NOW.get()) {
        byte[] record = Objects.requireNonNull(event.source().value());
        String text = new String(record, StandardCharsets.UTF_8);
        throw new IllegalStateException(text, new IllegalArgumentException(text));
      }
      return treater.treat(event, value, key);
    };
  }
}
