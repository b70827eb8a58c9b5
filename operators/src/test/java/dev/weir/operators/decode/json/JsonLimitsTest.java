package dev.weir.operators.decode.json;

import static dev.weir.config.LogicalType.STRING;
import static dev.weir.operators.decode.json.JsonDecoding.BYTES;
import static dev.weir.operators.decode.json.JsonDecoding.DEPTH;
import static dev.weir.operators.decode.json.JsonDecoding.PLAN;
import static dev.weir.operators.decode.json.JsonDecoding.decode;
import static dev.weir.operators.decode.json.JsonDecoding.malformed;
import static dev.weir.operators.decode.json.JsonDecoding.record;
import static dev.weir.operators.decode.json.JsonDecoding.rejected;
import static dev.weir.operators.decode.json.JsonDecoding.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.treat.json.JsonPlans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How large and how deep a record may be, and that none takes more memory than that. */
class JsonLimitsTest {

  @Test
  void recordOfAMebibyte_isRead_andAByteMoreIsMalformed() {
    byte[] whole = utf8("{\"id\":\"" + "x".repeat(BYTES - 9) + "\"}");
    assertThat(whole).hasSize(BYTES);
    assertThat(decode(PLAN, whole).rejection()).isNull();
    malformed(utf8("{\"id\":\"" + "x".repeat(BYTES - 8) + "\"}"));
    malformed(utf8("{" + " ".repeat(BYTES - 1) + "}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "id", "address", "tags", "items"})
  void depthOf64_isRead_andOneMoreIsMalformed_whoeverNamesIt(String name) {
    for (boolean arrays : new boolean[] {true, false}) {
      Rejection at64 = decode("{\"" + name + "\":" + nested(DEPTH - 1, arrays) + "}").rejection();
      assertThat(at64 == null || at64.reason() != Reason.MALFORMED).as("%s", at64).isTrue();
      rejected(Reason.MALFORMED, null, "{\"" + name + "\":" + nested(DEPTH, arrays) + "}");
    }
  }

  private static String nested(int levels, boolean arrays) {
    return arrays
        ? "[".repeat(levels) + "]".repeat(levels)
        : "{\"a\":".repeat(levels - 1) + "{}" + "}".repeat(levels - 1);
  }

  @Test
  void limitIsTheGatewaysOwn() {
    JsonDecoder two = JsonDecoder.compile(PLAN, 40, 2);
    assertThat(two.decode(record("{\"items\":[]}")).rejection()).isNull();
    assertThat(two.decode(record("{\"items\":[{}]}")).rejection()).isNotNull();
    assertThat(two.decode(record("{\"address\":{\"country\":\"DE\"}}")).rejection()).isNull();
    assertThat(two.decode(record("{\"address\":{\"country\":\"DE\",\"geo\":{}}}")).rejection())
        .isEqualTo(Rejection.of(Reason.MALFORMED));
  }

  /** A thousand levels would be nothing; a mebibyte of them would be a stack overflow. */
  @ParameterizedTest
  @ValueSource(strings = {"[", "{\"a\":", "{\"address\":", "[{\"items\":["})
  void nestingWithoutEnd_isMalformedAtOnce(String open) {
    rejected(Reason.MALFORMED, null, "{\"x\":" + open.repeat(BYTES / open.length() - 2));
    rejected(Reason.MALFORMED, null, "{\"tags\":" + open.repeat(BYTES / open.length() - 2));
    rejected(Reason.MALFORMED, null, "{\"items\":" + open.repeat(BYTES / open.length() - 2));
  }

  @Test
  void itemsThatSayNothing_takeNoMoreMemoryThanThat() {
    JsonPlans wide = JsonPlans.record();
    wide.objects(
        "items",
        item -> {
          for (int i = 0; i < 1000; i++) {
            item.read("f" + i, STRING);
          }
        });
    int count = BYTES / 3 - 10;
    String many = "{\"items\":[" + "{},".repeat(count) + "{}]}";
    assertThat(decode(wide.plan(), utf8(many)).rejection())
        .isEqualTo(Rejection.of(Reason.MALFORMED));
    String some = "{\"items\":[" + "{},".repeat(4000) + "{}]}";
    assertThat(decode(wide.plan(), utf8(some)).rejection()).isNull();
    assertThat(decode("{\"tags\":[" + "\"\",".repeat(count) + "\"\"]}").rejection()).isNull();
  }
}
