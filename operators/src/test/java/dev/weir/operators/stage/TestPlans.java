package dev.weir.operators.stage;

import dev.weir.config.FieldPath;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.Shape;
import dev.weir.plan.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans as small as they can be, for stages that look at little of them. */
public final class TestPlans {

  private TestPlans() {}

  public static ProductPlan product(ReleasePlan... releases) {
    return new ProductPlan(
        "card-payments",
        "2.3.0",
        "v3.1.0",
        "payment",
        "weir/card-payments/payment/source",
        "weir/card-payments/payment/decode",
        "weir/card-payments/payment/treat",
        "card-payments.dead-letters",
        new Shape.Fields(List.of()),
        FieldPath.of("customer_id"),
        null,
        null,
        List.of(releases));
  }

  public static ReleasePlan release(String partner, Step.KeyRef... keys) {
    return release(partner, "active", "P90D", keys);
  }

  public static ReleasePlan release(
      String partner, String status, @Nullable String retention, Step.KeyRef... keys) {
    return new ReleasePlan(
        partner + "-payments",
        "1.2.0",
        partner,
        "payments",
        "records",
        partner + ".payments.v1",
        status,
        "2026-01-01T00:00:00Z",
        "2036-01-01T00:00:00Z",
        null,
        retention,
        null,
        List.of("decode", "treat"),
        null,
        new Output.Fields(List.of()),
        List.of(keys),
        null,
        "0123456789abcdef0123456789abcdef");
  }

  /** A release that a quota may keep back. */
  public static ReleasePlan restrained(String partner, Step.KeyRef... keys) {
    return with(release(partner, keys), null, List.of("decode", "treat", "quota"));
  }

  /** A release that goes on with its keys until then. */
  public static ReleasePlan keepJoinable(String partner, Instant until, Step.KeyRef... keys) {
    return with(release(partner, keys), until.toString(), List.of("decode", "treat"));
  }

  private static ReleasePlan with(
      ReleasePlan plan, @Nullable String keepJoinable, List<String> stages) {
    return new ReleasePlan(
        plan.agreement(),
        plan.agreementVersion(),
        plan.partner(),
        plan.release(),
        plan.kind(),
        plan.topic(),
        plan.status(),
        plan.from(),
        plan.to(),
        plan.jurisdictions(),
        plan.retention(),
        plan.keyField(),
        stages,
        plan.cohort(),
        plan.output(),
        plan.keys(),
        keepJoinable,
        plan.digest());
  }

  public static Step.KeyRef key(String partner, String use) {
    return new Step.KeyRef(partner, use);
  }
}
