package dev.weir.config.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What {@code round} cuts to. */
public enum TimeUnit {
  HOUR,
  DAY,
  MONTH,
  YEAR;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
