package dev.weir.config.check;

import dev.weir.config.LogicalType;
import dev.weir.config.agreement.Treatment.Generalize;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Function;

/** A value that a generalized field can be cut at. */
enum CutValue {
  INTEGER("an integer of at most 18 digits", CutValue::integer),
  NUMBER("a number of at most 18 digits", CutValue::number),
  DAY("a date as 1990-01-01", text -> text.length() == 10 && parsed(LocalDate::parse, text)),
  INSTANT(
      "an instant as 2026-01-01T00:00:00Z",
      text -> text.matches("[0-9]{4}-.{6,26}") && parsed(Instant::parse, text)),
  PREFIX(
      "at most 10 letters and digits of ASCII, or some of -./_#,+:&()'@= and spaces",
      text -> text.matches("[0-9A-Za-z ./_#,+:&()'@=-]{1,10}"));

  private final String asked;
  private final Function<String, Boolean> rule;

  CutValue(String asked, Function<String, Boolean> rule) {
    this.asked = asked;
    this.rule = rule;
  }

  /** Of a field of that type, by a step or a prefix. */
  static CutValue of(LogicalType type, Generalize generalize) {
    String step = generalize.step();
    if (step == null) {
      return PREFIX;
    }
    return switch (type) {
      case INTEGER -> INTEGER;
      case NUMBER -> NUMBER;
      default -> step.contains("T") ? INSTANT : DAY;
    };
  }

  String asked() {
    return asked;
  }

  boolean fits(String text) {
    return rule.apply(text);
  }

  private static boolean integer(String text) {
    return text.matches("-?[0-9]{1,18}");
  }

  private static boolean number(String text) {
    return text.length() <= 40 && text.matches("-?[0-9]{1,18}([.][0-9]{1,18})?");
  }

  private static boolean parsed(Function<String, ?> parser, String text) {
    try {
      Object unused = parser.apply(text);
      return true;
    } catch (DateTimeParseException no) {
      return false;
    }
  }
}
