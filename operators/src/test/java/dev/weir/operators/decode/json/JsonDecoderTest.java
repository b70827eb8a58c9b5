package dev.weir.operators.decode.json;

import static dev.weir.config.LogicalType.BOOLEAN;
import static dev.weir.config.LogicalType.DATE;
import static dev.weir.config.LogicalType.INTEGER;
import static dev.weir.config.LogicalType.NUMBER;
import static dev.weir.config.LogicalType.STRING;
import static dev.weir.config.LogicalType.TIME;
import static dev.weir.config.LogicalType.TIMESTAMP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.FieldPath;
import dev.weir.config.LogicalType;
import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import dev.weir.operators.treat.json.JsonPlans;
import dev.weir.plan.ProductPlan;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDecoderTest {

  private static final long KAFKA_TIME = 1_000_000L;
  private static final int BYTES = 1 << 20;
  private static final int DEPTH = 64;

  private static final ProductPlan PLAN =
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

  private static Event decode(ProductPlan plan, byte[] value) {
    JsonDecoder decoder = JsonDecoder.compile(plan, BYTES, DEPTH);
    return decoder.decode(new SourceRecord(value, 3, 7, KAFKA_TIME));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Event decode(String json) {
    return decode(PLAN, utf8(json));
  }

  private static void accepted(String json) {
    assertThat(decode(json).rejection()).as(json).isNull();
  }

  private static void rejected(Reason reason, @Nullable String path, String json) {
    FieldPath field = path == null ? null : FieldPath.parse(path);
    assertThat(decode(json).rejection()).as(json).isEqualTo(new Rejection(reason, field));
  }

  private static void malformed(byte[] value) {
    assertThat(decode(PLAN, value).rejection())
        .as(HexFormat.of().formatHex(value))
        .isEqualTo(Rejection.of(Reason.MALFORMED));
  }

  // One JSON object.

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        " {} ",
        "\r\n\t {\t}\n",
        "{\"x\":1}",
        "{ \"x\" : 1 , \"y\" : [ 1 , { } ] }",
        "{\"\":null}",
        "{\"x\":{}}",
        "{\"x\":[[],[{}]]}",
        "{\"x\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uABCD\"}",
        "{\"x\":\"\u007f\u0080\u2028\ud83d\ude00\"}",
        "{\"x\":-0}",
        "{\"x\":-0.0e-0}",
        "{\"x\":1E+400}",
        "{\"x\":0.00001}",
        "{\"x\":[true,false,null]}"
      })
  void oneObject_isRead(String json) {
    accepted(json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "\n",
        "{",
        "}",
        "[]",
        "[{}]",
        "null",
        "true",
        "1",
        "\"x\"",
        "not json at all",
        "{}{}",
        "{} {}",
        "{},",
        "{}x",
        "{}\u0000",
        "\ufeff{}",
        "{\"x\"}",
        "{\"x\":}",
        "{\"x\":1,}",
        "{,}",
        "{,\"x\":1}",
        "{\"x\":1 \"y\":2}",
        "{\"x\":1;}",
        "{\"x\"=1}",
        "{\"x\"::1}",
        "{x:1}",
        "{'x':1}",
        "{1:1}",
        "{null:1}",
        "{\"x\":1]",
        "{\"x\":[1}",
        "{\"x\":[1,]}",
        "{\"x\":[,1]}",
        "{\"x\":[1 2]}",
        "{\"x\":[1,,2]}",
        "{\"x\":[\"a\":1]}",
        "{\"x\":{1}}",
        "{\"x\":{\"y\"}}",
        "{\"x\":{\"y\":1,}}",
        "{/**/}",
        "{}//",
        "{\u00a0}",
        "{\u000b}",
        "{\"x\":\f1}"
      })
  void whatIsNotOneObject_isMalformed(String json) {
    rejected(Reason.MALFORMED, null, json);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "01",
        "-01",
        "00",
        "+1",
        ".5",
        "1.",
        "1.e5",
        "-",
        "-a",
        "--1",
        "1e",
        "1e+",
        "1E-",
        "1.2.3",
        "0x10",
        "1_000",
        "1d",
        "NaN",
        "Infinity",
        "-Infinity",
        "\u0661",
        "nul",
        "nulll",
        "Null",
        "tru",
        "TRUE",
        "truefalse",
        "fals",
        "undefined",
        "",
        "'a'",
        "a",
        "\"",
        "\"\\\"",
        "\"\\x41\"",
        "\"\\'\"",
        "\"\\u12\"",
        "\"\\u12g4\"",
        "\"\\u+123\"",
        "\"\\U0041\"",
        "\"\\u\uff11\uff11\uff11\uff11\"",
        "\"\n\"",
        "\"\t\"",
        "\"\u0000\"",
        "\"\u001f\"",
        "\"12345678\u001f\"",
        "\"12345678\n12345678\""
      })
  void whatIsNoValue_isMalformed_namedOrNot(String value) {
    rejected(Reason.MALFORMED, null, "{\"x\":" + value + "}");
    rejected(Reason.MALFORMED, null, "{\"id\":" + value + "}");
    rejected(Reason.MALFORMED, null, "{\"amount\":" + value + "}");
    rejected(Reason.MALFORMED, null, "{\"count\":" + value + "}");
    rejected(Reason.MALFORMED, null, "{\"paid\":" + value + "}");
    rejected(Reason.MALFORMED, null, "{\"at\":" + value + "}");
    rejected(Reason.MALFORMED, null, "{\"address\":" + value + "}");
    rejected(Reason.MALFORMED, null, "{\"tags\":[" + value + ",1]}");
    rejected(Reason.MALFORMED, null, "{\"items\":[{\"sku\":" + value + "}]}");
    rejected(Reason.MALFORMED, null, "{\"x\":[" + value + ",1]}");
  }

  @Test
  void everyCut_isMalformed() {
    byte[] whole =
        utf8(
            "{\"id\":\"P\u00e9 \\u00e9\",\"amount\":-12.50e+1,\"paid\":true,\"x\":[{\"y\":null}],\"address\":{\"country\":"
                + "\"DE\"},\"tags\":[\"a\"],\"items\":[{\"sku\":\"s\",\"price\":1}],\"at\":\"2026-03-01T09:00:00Z\"}");
    assertThat(decode(PLAN, whole).rejection()).isNull();
    for (int length = 0; length < whole.length; length++) {
      malformed(Arrays.copyOf(whole, length));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "80",
        "bf",
        "c0af",
        "c180",
        "c3",
        "c328",
        "e08080",
        "e09fbf",
        "e282",
        "e28228",
        "eda080",
        "edbfbf",
        "f0808080",
        "f08fbfbf",
        "f09f98",
        "f09f9828",
        "f4908080",
        "f5808080",
        "f8888080",
        "fe",
        "ff",
        "efbb"
      })
  void illFormedUtf8_isMalformed_whereverItStands(String hex) {
    for (String text :
        new String[] {
          "{\"id\":\"?\"}",
          "{\"x\":\"?\"}",
          "{\"x?\":1}",
          "{\"x\":{\"?\":1}}",
          "{\"x\":\"12345678?\"}",
          "{\"address\":\"?\"}",
          "{\"x\":?}",
          "?{}"
        }) {
      malformed(with(text, HexFormat.of().parseHex(hex)));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "c280",
        "dfbf",
        "e0a080",
        "ed9fbf",
        "ee8080",
        "efbfbf",
        "efbbbf",
        "f0908080",
        "f48fbfbf"
      })
  void wellFormedUtf8_isRead(String hex) {
    for (String text : new String[] {"{\"id\":\"?\"}", "{\"x?\":\"1234567?\"}"}) {
      assertThat(decode(PLAN, with(text, HexFormat.of().parseHex(hex))).rejection()).isNull();
    }
  }

  private static byte[] with(String text, byte[] bytes) {
    String latin = new String(bytes, StandardCharsets.ISO_8859_1);
    return text.replace("?", latin).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void recordWithoutAValue_isMalformed() {
    JsonDecoder decoder = JsonDecoder.compile(PLAN, BYTES, DEPTH);
    Event event = decoder.decode(new SourceRecord(null, 0, 0, 0));
    assertThat(event.rejection()).isEqualTo(Rejection.of(Reason.MALFORMED));
  }

  // Limits.

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

  private static SourceRecord record(String json) {
    return new SourceRecord(utf8(json), 0, 0, KAFKA_TIME);
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

  // Names.

  @Test
  void nameThatStandsTwice_isADuplicate_whateverItsValues() {
    rejected(Reason.DUPLICATE_NAME, "id", "{\"id\":\"a\",\"id\":\"a\"}");
    rejected(Reason.DUPLICATE_NAME, "id", "{\"id\":null,\"id\":\"a\"}");
    rejected(Reason.DUPLICATE_NAME, "id", "{\"id\":\"a\",\"x\":1,\"id\":null}");
    rejected(Reason.DUPLICATE_NAME, "amount", "{\"amount\":0,\"amount\":\"wrong too\"}");
    rejected(Reason.DUPLICATE_NAME, "paid", "{\"paid\":false,\"paid\":false}");
    rejected(Reason.DUPLICATE_NAME, "tags", "{\"tags\":[],\"tags\":[\"a\"]}");
    rejected(Reason.DUPLICATE_NAME, "tags", "{\"tags\":[\"a\"],\"tags\":[]}");
    rejected(
        Reason.DUPLICATE_NAME,
        "address",
        "{\"address\":{\"country\":\"DE\"},\"address\":{\"country\":\"DE\"}}");
    rejected(Reason.DUPLICATE_NAME, "address", "{\"address\":null,\"address\":null}");
    rejected(
        Reason.DUPLICATE_NAME,
        "address.country",
        "{\"address\":{\"country\":\"DE\",\"country\":\"FR\"}}");
    rejected(
        Reason.DUPLICATE_NAME,
        "items[].sku",
        "{\"items\":[{\"sku\":\"a\"},{\"sku\":\"b\",\"sku\":\"b\"}]}");
  }

  @Test
  void namesAreComparedAfterUnescaping() {
    rejected(Reason.DUPLICATE_NAME, "id", "{\"id\":\"a\",\"\\u0069d\":\"b\"}");
    rejected(Reason.DUPLICATE_NAME, "id", "{\"\\u0069\\u0064\":\"a\",\"i\\u0064\":\"b\"}");
    rejected(Reason.WRONG_TYPE, "id", "{\"\\u0069d\":1}");
    rejected(Reason.WRONG_TYPE, "amount", "{\"amoun\\u0074\":\"SECRET\"}");
    rejected(
        Reason.WRONG_TYPE, "address.country", "{\"\\u0061ddress\":{\"c\\u006funtry\":[\"DE\"]}}");
  }

  @Test
  void sameNameInAnotherObject_isNoDuplicate() {
    accepted("{\"id\":\"a\",\"address\":{\"country\":\"DE\",\"id\":1},\"x\":{\"id\":2}}");
    accepted("{\"items\":[{\"sku\":\"a\"},{\"sku\":\"a\"}]}");
  }

  @Test
  void namesThatNobodyNames_mayStandTwice() {
    accepted("{\"x\":1,\"x\":2,\"x\":{\"y\":1,\"y\":2}}");
    accepted("{\"address\":{\"country\":\"DE\",\"street\":1,\"street\":2}}");
  }

  @Test
  void namesThatAreLikeANamedOne_areOthers() {
    accepted("{\"Id\":1,\"ID\":1,\"id \":1,\" id\":1,\"id\\u0000\":1,\"i\":1,\"\":1,\"idid\":1}");
    accepted("{\"amoun\":\"x\",\"amounts\":\"x\",\"\\u0430mount\":\"x\"}");
    accepted("{\"address.country\":1,\"address.geo.lat\":\"x\",\"items[].sku\":1}");
    accepted("{\"\\ud83d\":1,\"\\ud83d\":2}");
  }

  /** They have the same first and last eight bytes as far as a table can tell. */
  @Test
  void namesThatGoOnWithZeros_areOthers() {
    for (char letter = 'a'; letter <= 'z'; letter++) {
      ProductPlan plan = JsonPlans.record().read(String.valueOf(letter), STRING).plan();
      for (int zeros = 1; zeros < 8; zeros++) {
        String json = "{\"" + letter + "\\u0000".repeat(zeros) + "\":1}";
        assertThat(decode(plan, utf8(json)).rejection()).as(json).isNull();
      }
      assertThat(decode(plan, utf8("{\"" + letter + "\":1}")).rejection()).isNotNull();
    }
  }

  @Test
  void nameWithADot_isOneName() {
    rejected(Reason.WRONG_TYPE, "\"a.b\"", "{\"a.b\":1}");
    rejected(Reason.WRONG_TYPE, "\"a.b\"", "{\"a\\u002eb\":1}");
    accepted("{\"a\":{\"b\":1}}");
  }

  // Types.

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id|1",
        "id|true",
        "id|{}",
        "id|[\"a\"]",
        "amount|\"1\"",
        "amount|true",
        "amount|{}",
        "amount|[1]",
        "count|\"1\"",
        "count|1.0",
        "count|1.5",
        "count|1e2",
        "count|1E0",
        "count|-0.0",
        "count|[]",
        "paid|1",
        "paid|\"true\"",
        "paid|{\"a\":1}",
        "born|20260301",
        "born|\"2026-02-30\"",
        "born|\"1900-02-29\"",
        "born|\"2026-13-01\"",
        "born|\"2026-00-01\"",
        "born|\"2026-03-00\"",
        "born|\"2026-3-1\"",
        "born|\"26-03-01\"",
        "born|\"2026-03-01T09:00:00Z\"",
        "born|\"\"",
        "born|\"2026-03-01 \"",
        "born|{}",
        "at|1772352000",
        "at|\"yesterday\"",
        "at|\"2026-03-01\"",
        "at|\"2026-03-01T09:00:00\"",
        "at|\"2026-03-01T09:00Z\"",
        "at|\"2026-03-01 09:00:00Z\"",
        "at|\"2026-03-01T24:00:00Z\"",
        "at|\"2026-03-01T09:60:00Z\"",
        "at|\"2026-03-01T09:00:60Z\"",
        "at|\"2026-02-29T09:00:00Z\"",
        "at|\"2026-03-01T09:00:00.Z\"",
        "at|\"2026-03-01T09:00:00,5Z\"",
        "at|\"2026-03-01T09:00:00+0100\"",
        "at|\"2026-03-01T09:00:00+24:00\"",
        "at|\"2026-03-01T09:00:00+01:60\"",
        "at|\"2026-03-01T09:00:00+01\"",
        "at|\"2026-03-01T09:00:00ZZ\"",
        "at|\"+2026-03-01T09:00:00Z\"",
        "at|[]",
        "local|\"2026-03-01\"",
        "opens|\"9:00:00\"",
        "opens|\"24:00:00\"",
        "opens|\"09:00\"",
        "opens|900",
        "address|[]",
        "address|\"DE\"",
        "address|1",
        "address|false",
        "tags|\"a\"",
        "tags|{}",
        "tags|1",
        "tags|true",
        "items|{\"sku\":\"a\"}",
        "items|\"a\""
      })
  void valueOfAnotherType_isOfTheWrongType(String field, String value) {
    rejected(Reason.WRONG_TYPE, field, "{\"" + field + "\":" + value + "}");
    rejected(Reason.WRONG_TYPE, field, "{\"x\":1,\"" + field + "\": " + value + " ,\"y\":1}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "id|\"\"",
        "id|\"\\u0000\"",
        "id|\"\\ud83d\\ude00\"",
        "id|\"12345678\\n\"",
        "amount|0",
        "amount|-0",
        "amount|12.50",
        "amount|1e400",
        "amount|-1.5E-7",
        "amount|123456789012345678901234567890.5",
        "count|0",
        "count|-0",
        "count|-12",
        "count|123456789012345678901234567890",
        "paid|true",
        "paid|false",
        "born|\"2024-02-29\"",
        "born|\"2000-02-29\"",
        "born|\"0000-01-01\"",
        "born|\"9999-12-31\"",
        "born|\"2026\\u002d03-01\"",
        "at|\"2026-03-01T09:00:00Z\"",
        "at|\"2026-03-01t09:00:00z\"",
        "at|\"2026-03-01T09:00:00.123456789123Z\"",
        "at|\"2026-03-01T09:00:00-00:00\"",
        "at|\"2026-03-01T23:59:59+23:59\"",
        "local|\"2026-03-01T09:00:00\"",
        "local|\"2026-03-29T02:30:00\"",
        "local|\"2026-03-01T09:00:00Z\"",
        "opens|\"09:00:00\"",
        "opens|\"09:00:00.5+01:00\"",
        "address|{\"country\":\"DE\"}",
        "tags|[]",
        "tags|[ \"a\" , \"b\" ]",
        "items|[]",
        "items|[{\"sku\":\"a\",\"price\":1,\"x\":2}]"
      })
  void valueOfTheType_isRead(String field, String value) {
    accepted("{\"" + field + "\":" + value + "}");
    accepted("{\"" + field + "\":null}");
    accepted("{\"" + field + "\" : " + value + " }");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\\ud83d",
        "\\ude00",
        "\\ude00\\ud83d",
        "\\ud83d\\ud83d\\ude00",
        "\\ud83dx",
        "\\ud83d\\n",
        "\\uD83D\\u0041",
        "x\\\\\\udfff"
      })
  void halfOfASurrogatePair_isMalformed_inANamedStringOnly(String half) {
    rejected(Reason.MALFORMED, "id", "{\"id\":\"" + half + "\"}");
    rejected(Reason.MALFORMED, "address.country", "{\"address\":{\"country\":\"" + half + "\"}}");
    rejected(Reason.MALFORMED, "tags[]", "{\"tags\":[\"" + half + "\"]}");
    rejected(Reason.MALFORMED, "at", "{\"at\":\"" + half + "\"}");
    accepted("{\"x\":\"" + half + "\",\"" + half + "\":1}");
  }

  @Test
  void items_areCheckedOneByOne() {
    rejected(Reason.WRONG_TYPE, "tags[]", "{\"tags\":[\"a\",1]}");
    rejected(Reason.WRONG_TYPE, "tags[]", "{\"tags\":[{}]}");
    rejected(Reason.WRONG_TYPE, "tags[]", "{\"tags\":[[\"a\"]]}");
    rejected(Reason.WRONG_TYPE, "items[]", "{\"items\":[{\"sku\":\"a\"},\"a\"]}");
    rejected(Reason.WRONG_TYPE, "items[]", "{\"items\":[[]]}");
    rejected(Reason.WRONG_TYPE, "items[].price", "{\"items\":[{\"sku\":\"a\",\"price\":\"1\"}]}");
    rejected(Reason.MISSING, "items[].sku", "{\"items\":[{\"sku\":\"a\"},{}]}");
    accepted("{\"tags\":[null,\"a\",null],\"items\":[null,{\"sku\":\"a\"}]}");
  }

  // Required.

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

  // What counts if more is wrong.

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

  // Time and place.

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
