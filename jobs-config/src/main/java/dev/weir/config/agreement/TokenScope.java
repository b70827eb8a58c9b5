package dev.weir.config.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Within what the same value gives the same token. */
public enum TokenScope {
  AGREEMENT,
  PARTNER;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
