package dev.weir.operators.treat.json;

import static dev.weir.config.LogicalType.DATE;
import static dev.weir.config.LogicalType.INTEGER;
import static dev.weir.config.LogicalType.STRING;
import static dev.weir.operators.treat.json.JsonTreating.OPEN;
import static dev.weir.operators.treat.json.JsonTreating.left;
import static dev.weir.operators.treat.json.JsonTreating.one;
import static dev.weir.operators.treat.json.JsonTreating.refused;
import static dev.weir.operators.treat.json.JsonTreating.token;
import static dev.weir.operators.treat.json.JsonTreating.treated;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.Step;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What is made of the subject: the key, and by how much dates are shifted. */
class JsonSubjectTest {

  @Test
  void withoutASubject_thereIsNoKey() {
    Step token = Cards.token(TokenScheme.DETERMINISTIC, "f");
    ProductPlan plan = one(STRING, token).keyedSubject("f").plan();
    assertThat(left(plan, OPEN, "{\"f\":\"x\"}").key()).isNotEmpty();
    assertThat(left(plan, OPEN, "{\"f\":null}").key()).isEmpty();
    assertThat(left(plan, OPEN, "{}").key()).isEmpty();
    assertThat(left(one(STRING, token).subject("f").plan(), OPEN, "{\"f\":\"x\"}").key()).isEmpty();
  }

  @Test
  void integerSubject_hasOneText() {
    ProductPlan plan =
        one(INTEGER, Cards.token(TokenScheme.DETERMINISTIC, "f")).keyedSubject("f").plan();
    assertThat(left(plan, OPEN, "{\"f\":-0}").key()).isEqualTo(left(plan, OPEN, "{\"f\":0}").key());
    assertThat(left(plan, OPEN, "{\"f\":-1}").key())
        .isNotEqualTo(left(plan, OPEN, "{\"f\":1}").key());
  }

  @Test
  void aShift_movesBySubject_whereverTheShiftedFieldIs() {
    Step shift =
        new Step.Shift(
            OpenKeys.MAX_DAYS,
            null,
            new Step.KeyRef("acme", "shift"),
            new Step.TokenContext("shift", "agreement:a", "d"));
    JsonPlans plan =
        JsonPlans.record()
            .objects("stays", stay -> stay.field("on", DATE, false, shift))
            .read("id", STRING)
            .subject("id");
    String expected = LocalDate.of(2026, 3, 1).plusDays(OpenKeys.days("p\u00e9")).toString();
    assertThat(
            treated(
                plan, "{\"stays\":[{\"on\":\"2026-03-01\"},{\"on\":null}],\"id\":\"p\\u00e9\"}"))
        .isEqualTo("{\"stays\":[{\"on\":\"" + expected + "\"},{\"on\":null}]}");
    assertThat(treated(plan, "{\"stays\":[]}")).isEqualTo("{\"stays\":[]}");
    Rejection none = new Rejection(Reason.NO_SUBJECT, FieldPath.parse("stays[].on"));
    for (String id : new String[] {"null", "\"\""}) {
      assertThat(refused(plan, "{\"stays\":[{\"on\":\"2026-03-01\"}],\"id\":" + id + "}"))
          .isEqualTo(none);
    }
    assertThat(refused(plan, "{\"stays\":[{\"on\":\"2026-03-01\"}]}")).isEqualTo(none);
  }
}
