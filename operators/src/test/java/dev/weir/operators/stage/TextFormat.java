package dev.weir.operators.stage;

import dev.weir.config.FieldPath;
import dev.weir.operators.decode.Decoder;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.treat.CellCounter;
import dev.weir.operators.treat.Slice;
import dev.weir.operators.treat.SubjectReader;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.operators.treat.Treater;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Records whose text says what becomes of them: {@code undecodable}, {@code untreatable@acme},
 * {@code defect}, {@code away}; everything else is released as it is, with the key {@code key}.
 */
public final class TextFormat implements RecordFormat {
  private static final long serialVersionUID = 1L;
  public static final FieldPath FIELD = FieldPath.of("amount");

  @Override
  public Decoder decoder(ProductPlan product) {
    return record -> {
      String text = text(record);
      if (text.equals("defect")) {
        throw new IllegalStateException("could not read SECRET");
      }
      if (text.equals("away")) {
        throw new UncheckedIOException(new IOException("registry"));
      }
      return text.equals("undecodable")
          ? Event.rejected(record, new Rejection(Reason.WRONG_TYPE, FIELD))
          : new Event(record, new int[] {0}, record.timestamp(), Event.UNKNOWN, null);
    };
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
      String text = text(event.source());
      if (text.equals("treat-defect")) {
        throw new IllegalStateException("could not treat SECRET");
      }
      value.write(text.getBytes(StandardCharsets.UTF_8));
      key.write("key".getBytes(StandardCharsets.UTF_8));
      return text.equals("untreatable@" + release.partner())
          ? new Rejection(Reason.NOT_IN_TABLE, FIELD)
          : null;
    };
  }

  private static String text(SourceRecord record) {
    return new String(Objects.requireNonNull(record.value()), StandardCharsets.UTF_8);
  }
}
