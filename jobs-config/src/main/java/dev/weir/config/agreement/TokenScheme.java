package dev.weir.config.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a token is made. */
public enum TokenScheme {
  DETERMINISTIC,
  ONE_WAY,
  RANDOM,
  FORMAT_PRESERVING;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
