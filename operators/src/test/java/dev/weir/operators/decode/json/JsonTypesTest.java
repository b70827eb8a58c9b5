package dev.weir.operators.decode.json;

import static dev.weir.operators.decode.json.JsonDecoding.accepted;
import static dev.weir.operators.decode.json.JsonDecoding.rejected;

import dev.weir.operators.record.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which values are of a type, and which are not. */
class JsonTypesTest {

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
}
