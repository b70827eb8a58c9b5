package dev.weir.contract;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long a reader may keep a record, as a service level property of the standard. */
final class Retention {

  private Retention() {}

  /** In days where it is days, else as it is written (ISO 8601). */
  static Map<String, Object> property(String retention) {
    Map<String, Object> property = new LinkedHashMap<>();
    property.put("property", "retention");
    try {
      Period period = Period.parse(retention);
      boolean days = period.toTotalMonths() == 0;
      property.put("value", days ? (Object) period.getDays() : retention);
      if (days) {
        property.put("unit", "d");
      }
    } catch (DateTimeParseException duration) {
      property.put("value", retention);
    }
    return property;
  }
}
