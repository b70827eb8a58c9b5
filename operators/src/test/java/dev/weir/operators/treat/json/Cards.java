package dev.weir.operators.treat.json;

import static dev.weir.config.LogicalType.DATE;
import static dev.weir.config.LogicalType.NUMBER;
import static dev.weir.config.LogicalType.STRING;
import static dev.weir.config.LogicalType.TIMESTAMP;

import dev.weir.config.agreement.TimeUnit;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.Step;
import java.math.BigDecimal;

/** Card payments for a partner that gets nearly all treatments. */
public final class Cards {

  private static final Step KEEP = new Step.Keep();

  private Cards() {}

  public static ProductPlan plan() {
    return JsonPlans.record()
        .field("payment_id", STRING, true, KEEP)
        .field("customer_id", STRING, true, token(TokenScheme.DETERMINISTIC, "customer_id"))
        .field("email", STRING, false, token(TokenScheme.ONE_WAY, "email"))
        .field("phone", STRING, false, new Step.Mask(3, 0, "*", null))
        .field("birth_date", DATE, false, new Step.Round(TimeUnit.YEAR, null))
        .object(
            "address",
            false,
            address ->
                address
                    .field("zip", STRING, false, new Step.Truncate(3))
                    .field("country", STRING, true, KEEP))
        .field("amount", NUMBER, true, new Step.Bucket(BigDecimal.TEN))
        .field("currency", STRING, true, KEEP)
        .object("merchant", false, merchant -> merchant.field("category", STRING, false, KEEP))
        .array("tags", STRING, KEEP)
        .field("occurred_at", TIMESTAMP, true, new Step.Round(TimeUnit.HOUR, null))
        .keyedSubject("customer_id")
        .eventTime("occurred_at")
        .jurisdiction("address.country", "DE", "FR")
        .plan();
  }

  static Step.Tokenize token(TokenScheme scheme, String field) {
    return new Step.Tokenize(
        scheme,
        new Step.KeyRef("acme", scheme.word()),
        new Step.TokenContext(scheme.word(), "agreement:acme-payments", "card-payments/" + field),
        null);
  }
}
