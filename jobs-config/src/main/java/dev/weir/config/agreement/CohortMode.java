package dev.weir.config.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How long a cohort lives. */
public enum CohortMode {
  STABLE,
  WINDOW;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
