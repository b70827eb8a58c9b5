package dev.weir.operators.treat.avro;

import dev.weir.config.FieldPath;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Shape;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans for tests. */
public final class Plans {

  private Plans() {}

  public static ReleasePlan release(Output.Fields output, @Nullable FieldPath keyField) {
    return new ReleasePlan(
        "acme-payments",
        "1.0.0",
        "acme-eu",
        "pay.ments",
        "records",
        "acme.payments.v1",
        "active",
        "2026-01-01T00:00:00Z",
        "2027-01-01T00:00:00Z",
        List.of("DE", "FR"),
        null,
        keyField,
        List.of("decode", "treat"),
        null,
        output,
        List.of(),
        null,
        "0".repeat(32));
  }

  public static ProductPlan product(Shape.Fields record, ReleasePlan release) {
    return product(record, release, null, null, null);
  }

  public static ProductPlan product(
      Shape.Fields record,
      ReleasePlan release,
      @Nullable FieldPath subject,
      @Nullable FieldPath eventTime,
      @Nullable FieldPath jurisdiction) {
    return new ProductPlan(
        "payments",
        "1.0.0",
        "v3.1.0",
        "payment",
        "s",
        "d",
        "t",
        "payments.dead-letters",
        record,
        subject,
        eventTime,
        jurisdiction,
        List.of(release));
  }
}
