package dev.weir.operators.decode.json;

import static dev.weir.operators.decode.json.JsonDecoding.BYTES;
import static dev.weir.operators.decode.json.JsonDecoding.DEPTH;
import static dev.weir.operators.decode.json.JsonDecoding.PLAN;
import static dev.weir.operators.decode.json.JsonDecoding.accepted;
import static dev.weir.operators.decode.json.JsonDecoding.decode;
import static dev.weir.operators.decode.json.JsonDecoding.malformed;
import static dev.weir.operators.decode.json.JsonDecoding.rejected;
import static dev.weir.operators.decode.json.JsonDecoding.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.operators.record.Event;
import dev.weir.operators.record.Reason;
import dev.weir.operators.record.Rejection;
import dev.weir.operators.record.SourceRecord;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is one JSON object in well-formed UTF-8 (RFC 8259), and that all else is malformed. */
class JsonGrammarTest {

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
}
