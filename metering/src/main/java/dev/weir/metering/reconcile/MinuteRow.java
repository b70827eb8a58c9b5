package dev.weir.metering.reconcile;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A minute of a release in which the topic and the usage do not say the same. */
public record MinuteRow(Place place, Count delivered, Count metered, Verdict verdict) {

  /** What that means. */
  public enum Verdict {
    /** They should. */
    DIFFERS,
    /** A job may still be at work on that minute. */
    PENDING,
    /** The topic no longer has all of that minute: nobody can tell. */
    GONE;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
