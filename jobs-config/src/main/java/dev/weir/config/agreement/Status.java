package dev.weir.config.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an agreement is in its life; only an active one releases anything. */
public enum Status {
  DRAFT,
  ACTIVE,
  SUSPENDED,
  ENDED;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
