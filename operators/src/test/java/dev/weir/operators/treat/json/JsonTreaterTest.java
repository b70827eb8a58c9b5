package dev.weir.operators.treat.json;

import static dev.weir.config.LogicalType.BOOLEAN;
import static dev.weir.config.LogicalType.INTEGER;
import static dev.weir.config.LogicalType.NUMBER;
import static dev.weir.config.LogicalType.STRING;
import static dev.weir.operators.treat.json.JsonTreating.KEEP;
import static dev.weir.operators.treat.json.JsonTreating.Left;
import static dev.weir.operators.treat.json.JsonTreating.OPEN;
import static dev.weir.operators.treat.json.JsonTreating.left;
import static dev.weir.operators.treat.json.JsonTreating.one;
import static dev.weir.operators.treat.json.JsonTreating.refused;
import static dev.weir.operators.treat.json.JsonTreating.text;
import static dev.weir.operators.treat.json.JsonTreating.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.FieldPath;
import dev.weir.config.agreement.TokenScheme;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.json.JsonDecoder;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.plan.Output;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.Shape;
import dev.weir.plan.Step;
import dev.weir.tokenization.KeyException;
import dev.weir.tokenization.TokenizationException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a treater refuses, before any record and of a record. */
class JsonTreaterTest {

  @Test
  void tokens_areThoseOfTheTextThatIsSaid_andTheSubjectsIsTheKey(@TempDir Path directory)
      throws TokenizationException {
    TokenKeys keys = TestTokenKeys.in(directory);
    ProductPlan plan = Cards.plan();
    String rest =
        ",\"amount\":54.83,\"currency\":\"EUR\",\"occurred_at\":\"2026-03-01T09:30:00Z\",\"name\":\"MARKER\"}";
    Left left =
        left(
            plan,
            keys,
            "{\"payment_id\":\"P1\",\"customer_id\":\"C\u00e9\\u0031\",\"email\":\"a\\u0040b\""
                + rest);
    String customer =
        token(keys, Cards.token(TokenScheme.DETERMINISTIC, "customer_id"), "C\u00e91");
    String email = token(keys, Cards.token(TokenScheme.ONE_WAY, "email"), "a@b");
    assertThat(left.refused()).isNull();
    assertThat(left.value())
        .isEqualTo(
            "{\"payment_id\":\"P1\",\"customer_id\":\"%s\",\"email\":\"%s\",\"amount\":50,\"currency\":\"EUR\","
                    .formatted(customer, email)
                + "\"occurred_at\":\"2026-03-01T09:00:00Z\"}");
    assertThat(left.key()).isEqualTo(customer);
    assertThat(customer).isNotEqualTo(email).doesNotContain("C\u00e9");
  }

  @Test
  void refusalOfATreatment_namesTheField() {
    JsonPlans plan =
        JsonPlans.record()
            .kept("id", STRING)
            .field("amount", NUMBER, false, new Step.Bucket(BigDecimal.TEN))
            .object(
                "a.b",
                false,
                object ->
                    object.field(
                        "c",
                        STRING,
                        false,
                        new Step.Replace("t.csv", "0", Map.of("x", "y"), null)));
    assertThat(refused(plan, "{\"id\":\"x\",\"amount\":1e999999}"))
        .isEqualTo(new Rejection(Reason.OUT_OF_RANGE, FieldPath.of("amount")));
    assertThat(refused(plan, "{\"amount\":1,\"a.b\":{\"c\":\"SECRET\"}}"))
        .isEqualTo(new Rejection(Reason.NOT_IN_TABLE, FieldPath.of("a.b", "c")))
        .asString()
        .doesNotContain("SECRET");
  }

  @Test
  void rejectedEvent_leavesNothing() {
    ProductPlan plan = one(STRING, KEEP).plan();
    SourceRecord source = new SourceRecord("{\"f\":1}".getBytes(StandardCharsets.UTF_8), 0, 0, 0);
    Event event = JsonDecoder.compile(plan, 1 << 20, 64).decode(source);
    ByteOutput value = new ByteOutput(1);
    JsonTreater treater = JsonTreater.compile(plan.releases().get(0), plan, OPEN);
    assertThat(treater.treat(event, value, new ByteOutput(1)))
        .isEqualTo(Rejection.of(Reason.MALFORMED));
    assertThat(value.length()).isZero();
  }

  @Test
  void treaterKeepsNothingOfARecord() {
    ProductPlan plan =
        one(STRING, Cards.token(TokenScheme.DETERMINISTIC, "f"))
            .field("g", STRING, false, new Step.Mask(1, 0, "\"", null))
            .keyedSubject("f")
            .plan();
    JsonTreater treater = JsonTreater.compile(plan.releases().get(0), plan, OPEN);
    Left first = left(treater, plan, "{\"f\":\"a\\u0062\",\"g\":\"\\u0061bc\"}");
    left(
        treater,
        plan,
        "{\"f\":\"" + "long".repeat(1000) + "\",\"g\":\"" + "\\n".repeat(1000) + "\"}");
    assertThat(left(treater, plan, "{}")).isEqualTo(new Left(null, "{}", ""));
    assertThat(left(treater, plan, "{\"f\":\"a\\u0062\",\"g\":\"\\u0061bc\"}")).isEqualTo(first);
  }

  @Test
  void releaseThatDoesNotFitTheProduct_isRefused() {
    Output text = new Output.Leaf(FieldPath.of("f"), STRING, STRING, KEEP);
    Shape integer = new Shape.Leaf(INTEGER, null);
    misfit(JsonPlans.record().any("f", integer, text));
    misfit(JsonPlans.record().any("f", new Shape.Items(integer), text));
    misfit(JsonPlans.record().any("f", new Shape.Fields(List.of()), text));
    misfit(JsonPlans.record().any("f", integer, new Output.Items(text)));
    misfit(one(BOOLEAN, new Step.Truncate(1)));
    misfit(one(STRING, new Step.Redact("{}")));
    misfit(one(STRING, new Step.Redact("")));
    misfit(one(STRING, new Step.Redact("1 2")));
    misfit(one(STRING, new Step.Redact("MARKER")));
  }

  @Test
  void releaseOfAFieldThatIsNotRead_isRefused() {
    ProductPlan plan = JsonPlans.record().read("f", STRING).plan();
    ProductPlan other = one(STRING, KEEP).kept("g", STRING).plan();
    assertThatThrownBy(() -> JsonTreater.compile(other.releases().get(0), plan, OPEN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void misfit(JsonPlans plans) {
    ProductPlan plan = plans.plan();
    assertThatThrownBy(() -> JsonTreater.compile(plan.releases().get(0), plan, OPEN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void missingKey_isToldByNameAtTheStart(@TempDir Path directory) {
    TokenKeys keys = TestTokenKeys.in(directory);
    Step.Tokenize acme = Cards.token(TokenScheme.DETERMINISTIC, "f");
    Step other =
        new Step.Tokenize(
            acme.scheme(), new Step.KeyRef("globex", "deterministic"), acme.context(), null);
    ProductPlan plan = one(STRING, other).plan();
    assertThatThrownBy(() -> JsonTreater.compile(plan.releases().get(0), plan, keys))
        .isInstanceOf(KeyException.class)
        .hasMessageContaining("globex");
  }
}
