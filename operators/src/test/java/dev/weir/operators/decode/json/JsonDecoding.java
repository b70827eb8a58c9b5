package dev.weir.operators.decode.json;

import static dev.weir.config.LogicalType.BOOLEAN;
import static dev.weir.config.LogicalType.DATE;
import static dev.weir.config.LogicalType.INTEGER;
import static dev.weir.config.LogicalType.NUMBER;
import static dev.weir.config.LogicalType.STRING;
import static dev.weir.config.LogicalType.TIME;
import static dev.weir.config.LogicalType.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.FieldPath;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.treat.json.JsonPlans;
import dev.weir.plan.ProductPlan;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Records of a product with fields of every type, decoded. */
final class JsonDecoding {

  static final long KAFKA_TIME = 1_000_000L;

  static final int BYTES = 1 << 20;

  static final int DEPTH = 64;

  static final ProductPlan PLAN =
      JsonPlans.record()
          .read("id", STRING)
          .read("amount", NUMBER)
          .read("count", INTEGER)
          .read("paid", BOOLEAN)
          .read("born", DATE)
          .read("at", TIMESTAMP)
          .zoned("local", TIMESTAMP, "Europe/Berlin", false, null)
          .read("opens", TIME)
          .read("a.b", STRING)
          .object(
              "address",
              false,
              address ->
                  address
                      .field("country", STRING, true, null)
                      .object("geo", false, geo -> geo.field("lat", NUMBER, true, null)))
          .array("tags", STRING, null)
          .objects("items", item -> item.field("sku", STRING, true, null).read("price", NUMBER))
          .subject("id")
          .eventTime("at")
          .jurisdiction("address.country", "DE", "FR")
          .plan();

  static Event decode(ProductPlan plan, byte[] value) {
    JsonDecoder decoder = JsonDecoder.compile(plan, BYTES, DEPTH);
    return decoder.decode(new SourceRecord(value, 3, 7, KAFKA_TIME));
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static Event decode(String json) {
    return decode(PLAN, utf8(json));
  }

  static void accepted(String json) {
    assertThat(decode(json).rejection()).as(json).isNull();
  }

  static void rejected(Reason reason, @Nullable String path, String json) {
    FieldPath field = path == null ? null : FieldPath.parse(path);
    assertThat(decode(json).rejection()).as(json).isEqualTo(new Rejection(reason, field));
  }

  static void malformed(byte[] value) {
    assertThat(decode(PLAN, value).rejection())
        .as(HexFormat.of().formatHex(value))
        .isEqualTo(Rejection.of(Reason.MALFORMED));
  }

  static SourceRecord record(String json) {
    return new SourceRecord(utf8(json), 0, 0, KAFKA_TIME);
  }

  private JsonDecoding() {}
}
