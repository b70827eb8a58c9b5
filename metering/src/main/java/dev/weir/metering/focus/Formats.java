package dev.weir.metering.focus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.metering.focus.FocusColumn.Type;
import dev.weir.metering.money.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * The value formats: the attributes NumericFormat, DateTimeFormat, CurrencyFormat, KeyValueFormat.
 */
final class Formats {

  /** A sign only if it is negative; an exponent without a positive sign. */
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([Ee]-?[0-9]{1,3})?");

  private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,17}");

  private static final Pattern TIME =
      Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private Formats() {}

  static boolean isOf(Type type, String text) {
    return switch (type) {
      case TEXT -> !text.isBlank();
      case DECIMAL -> isNumber(text);
      case WHOLE -> WHOLE.matcher(text).matches();
      case PRICE -> isNumber(text) && !text.startsWith("-");
      case DATE_TIME -> isTime(text);
      case CURRENCY -> isCurrency(text);
      case JSON -> isKeyValues(text);
    };
  }

  static boolean isNumber(String text) {
    return NUMBER.matcher(text).matches();
  }

  static boolean isTime(String text) {
    try {
      return TIME.matcher(text).matches() && Instant.parse(text).toString().equals(text);
    } catch (DateTimeException noTime) {
      return false;
    }
  }

  private static boolean isCurrency(String text) {
    try {
      return Money.currency(text).getCurrencyCode().equals(text);
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  private static boolean isKeyValues(String text) {
    try {
      JsonNode object = JSON.readTree(text);
      return object.isObject() && object.valueStream().allMatch(JsonNode::isValueNode);
    } catch (JsonProcessingException malformed) {
      return false;
    }
  }
}
