package dev.weir.operators.treat.json;

import static dev.weir.config.LogicalType.NUMBER;
import static dev.weir.config.LogicalType.STRING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.LogicalType;
import dev.weir.operators.bytes.ByteOutput;
import dev.weir.operators.decode.json.JsonDecoder;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.treat.TokenKeys;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.Step;
import dev.weir.tokenization.TokenizationException;
import dev.weir.tokenization.Tokenizer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Records decoded and treated by a plan. */
final class JsonTreating {

  static final Step KEEP = new Step.Keep();

  static final TokenKeys OPEN = new OpenKeys();

  /** What one treater says of one record. */
  record Left(@Nullable Rejection refused, String value, String key) {}

  static Left left(ProductPlan plan, TokenKeys keys, String json) {
    return left(JsonTreater.compile(plan.releases().get(0), plan, keys), plan, json);
  }

  static Left left(JsonTreater treater, ProductPlan plan, String json) {
    byte[] source = json.getBytes(StandardCharsets.UTF_8);
    Event event = JsonDecoder.compile(plan, 1 << 20, 64).decode(new SourceRecord(source, 0, 0, 0));
    assertThat(event.rejection()).as(json).isNull();
    ByteOutput value = new ByteOutput(1);
    ByteOutput key = new ByteOutput(1);
    Rejection refused = treater.treat(event, value, key);
    return new Left(refused, text(value), text(key));
  }

  static String text(ByteOutput out) {
    return new String(out.toByteArray(), StandardCharsets.UTF_8);
  }

  static String treated(JsonPlans plan, String json) {
    Left left = left(plan.plan(), OPEN, json);
    assertThat(left.refused()).isNull();
    return left.value();
  }

  static Rejection refused(JsonPlans plan, String json) {
    Rejection refused = left(plan.plan(), OPEN, json).refused();
    assertThat(refused).isNotNull();
    return Objects.requireNonNull(refused);
  }

  /** Of one optional field {@code f}. */
  static JsonPlans one(LogicalType type, Step step) {
    return JsonPlans.record().field("f", type, false, step);
  }

  static String one(LogicalType type, Step step, String value) {
    String left = treated(one(type, step), "{\"f\":" + value + "}");
    assertThat(left).startsWith("{\"f\":").endsWith("}");
    return left.substring(5, left.length() - 1);
  }

  static JsonPlans person() {
    return JsonPlans.record()
        .kept("id", STRING)
        .object(
            "address",
            false,
            address ->
                address
                    .kept("zip", STRING)
                    .read("street", STRING)
                    .object("geo", false, geo -> geo.kept("lat", NUMBER)))
        .array("tags", STRING, KEEP)
        .objects("items", item -> item.kept("sku", STRING).read("note", STRING));
  }

  static String token(TokenKeys keys, Step.Tokenize step, String text)
      throws TokenizationException {
    Tokenizer tokenizer = keys.tokenizer(step);
    byte[] value = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[tokenizer.maxTokenLength(value.length)];
    int end = tokenizer.tokenize(value, 0, value.length, out, 0);
    return new String(Arrays.copyOf(out, end), StandardCharsets.US_ASCII);
  }

  private JsonTreating() {}
}
