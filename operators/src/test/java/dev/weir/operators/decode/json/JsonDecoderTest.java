package dev.weir.operators.decode.json;

import static dev.weir.config.LogicalType.DATE;
import static dev.weir.config.LogicalType.STRING;
import static dev.weir.config.LogicalType.TIMESTAMP;
import static dev.weir.operators.decode.json.JsonDecoding.BYTES;
import static dev.weir.operators.decode.json.JsonDecoding.DEPTH;
import static dev.weir.operators.decode.json.JsonDecoding.KAFKA_TIME;
import static dev.weir.operators.decode.json.JsonDecoding.PLAN;
import static dev.weir.operators.decode.json.JsonDecoding.accepted;
import static dev.weir.operators.decode.json.JsonDecoding.decode;
import static dev.weir.operators.decode.json.JsonDecoding.record;
import static dev.weir.operators.decode.json.JsonDecoding.rejected;
import static dev.weir.operators.decode.json.JsonDecoding.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.treat.json.JsonPlans;
import dev.weir.plan.ProductPlan;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of a record as a whole: what is required, its time, its jurisdiction. */
class JsonDecoderTest {

  private static final ProductPlan REQUIRED =
      JsonPlans.record()
          .field("id", STRING, true, null)
          .object("address", true, address -> address.field("country", STRING, true, null))
          .plan();

  @Test
  void requiredField_isMissingIfAbsentOrNull() {
    for (String json :
        new String[] {
          "{}",
          "{\"address\":{\"country\":\"DE\"}}",
          "{\"id\":null,\"address\":{\"country\":\"DE\"}}"
        }) {
      assertThat(decode(REQUIRED, utf8(json)).rejection())
          .isEqualTo(new Rejection(Reason.MISSING, FieldPath.of("id")));
    }
    for (String json : new String[] {"{\"id\":\"a\"}", "{\"id\":\"a\",\"address\":null}"}) {
      assertThat(decode(REQUIRED, utf8(json)).rejection())
          .isEqualTo(new Rejection(Reason.MISSING, FieldPath.of("address")));
    }
    assertThat(decode(REQUIRED, utf8("{\"id\":\"\",\"address\":{\"country\":\"\"}}")).rejection())
        .isNull();
  }

  @Test
  void fieldRequiredInAnObject_isAskedForOnlyWhereTheObjectIs() {
    accepted("{}");
    accepted("{\"address\":null}");
    accepted("{\"address\":{\"country\":\"DE\"}}");
    accepted("{\"address\":{\"country\":\"DE\",\"geo\":null}}");
    rejected(Reason.MISSING, "address.country", "{\"address\":{}}");
    rejected(Reason.MISSING, "address.country", "{\"address\":{\"country\":null}}");
    rejected(Reason.MISSING, "address.geo.lat", "{\"address\":{\"geo\":{},\"country\":\"DE\"}}");
  }

  @Test
  void firstFaultIsTold_butNoJsonCountsMore() {
    rejected(Reason.WRONG_TYPE, "id", "{\"id\":1,\"amount\":\"x\",\"id\":\"a\"}");
    rejected(Reason.DUPLICATE_NAME, "id", "{\"id\":\"a\",\"id\":1,\"address\":{}}");
    rejected(Reason.MISSING, "address.country", "{\"address\":{},\"id\":1}");
    rejected(Reason.MALFORMED, null, "{\"id\":1,\"amount\":\"x\",\"x\":}");
    rejected(Reason.MALFORMED, null, "{\"id\":1}}");
    rejected(Reason.MALFORMED, null, "{\"id\":\"a\",\"id\":[}");
  }

  @Test
  void decoderKeepsNothingOfARecord() {
    JsonDecoder decoder = JsonDecoder.compile(PLAN, BYTES, DEPTH);
    String full =
        "{\"id\":\"a\\n\",\"at\":\"2026-03-01T09:00:00Z\",\"address\":{\"country\":\"DE\"},\"tags\":[\"a\",\"b\"]}";
    int[] spans = decoder.decode(record(full)).spans();
    assertThat(decoder.decode(record("{\"id\":1}")).rejection()).isNotNull();
    Event empty = decoder.decode(record("{}"));
    assertThat(empty.rejection()).isNull();
    assertThat(empty.eventTime()).isEqualTo(KAFKA_TIME);
    assertThat(empty.jurisdiction()).isEqualTo(Event.UNKNOWN);
    assertThat(empty.spans()).containsOnly(JsonLayout.ABSENT, 1);
    assertThat(decoder.decode(record(full)).spans()).isEqualTo(spans);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-01T09:00:00Z, 2026-03-01T09:00:00Z",
    "2026-03-01T09:00:00.123999Z, 2026-03-01T09:00:00.123Z",
    "2026-03-01T09:00:00+05:30, 2026-03-01T03:30:00Z",
    "1969-12-31T23:59:59.9996Z, 1969-12-31T23:59:59.999Z",
    "2026-03-01T09:00:00\\u005a, 2026-03-01T09:00:00Z"
  })
  void eventsOwnTime_isInMilliseconds(String written, String instant) {
    Event event = decode("{\"at\":\"" + written + "\"}");
    assertThat(Instant.ofEpochMilli(event.eventTime())).isEqualTo(Instant.parse(instant));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"at\":null}", "{\"x\":{\"at\":\"2026-03-01T09:00:00Z\"}}"})
  void withoutATime_kafkasCounts(String json) {
    assertThat(decode(json).eventTime()).isEqualTo(KAFKA_TIME);
  }

  @Test
  void eventTimeThatIsADate_isItsMidnight() {
    ProductPlan plan = JsonPlans.record().read("born", DATE).eventTime("born").plan();
    assertThat(decode(plan, utf8("{\"born\":\"1970-01-02\"}")).eventTime()).isEqualTo(86_400_000L);
  }

  @Test
  void eventTimeInAZone_takesTheEarlierOffset() {
    ProductPlan plan =
        JsonPlans.record()
            .zoned("at", TIMESTAMP, "Europe/Berlin", false, null)
            .eventTime("at")
            .plan();
    long time = decode(plan, utf8("{\"at\":\"2026-10-25T02:30:00\"}")).eventTime();
    assertThat(Instant.ofEpochMilli(time)).isEqualTo(Instant.parse("2026-10-25T00:30:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"country\":\"DE\"}|0",
        "{\"country\":\"FR\"}|1",
        "{\"country\":\"F\\u0052\"}|1",
        "{\"country\":\"de\"}|-1",
        "{\"country\":\"DEU\"}|-1",
        "{\"country\":\"\"}|-1",
        "null|-2"
      })
  void jurisdiction_isTheSubjectsOwn(String address, int index) {
    assertThat(decode("{\"address\":" + address + "}").jurisdiction()).isEqualTo(index);
  }

  @Test
  void planThatCannotBeRead_isRefusedAtTheStart() {
    refused(JsonPlans.record().read("at", STRING).eventTime("at").plan(), "at");
    refused(JsonPlans.record().read("at", TIMESTAMP).eventTime("on").plan(), "on");
    refused(JsonPlans.record().array("at", TIMESTAMP, null).eventTime("at[]").plan(), "at");
    refused(JsonPlans.record().jurisdiction("country", "DE").plan(), "country");
    refused(JsonPlans.record().read("m", LogicalType.MAP).plan(), "m");
  }

  private static void refused(ProductPlan plan, String names) {
    assertThatThrownBy(() -> JsonDecoder.compile(plan, BYTES, DEPTH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(names);
  }

  @Test
  void rejection_saysNothingOfTheValue() {
    Event event = decode("{\"amount\":\"SECRETAMOUNT\",\"SECRETNAME\":1}");
    assertThat(event.toString() + Objects.requireNonNull(event.rejection()))
        .contains("amount")
        .doesNotContain("SECRET");
    assertThat(event.spans()).isEmpty();
  }
}
