package dev.weir.config.agreement;

import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.math.BigDecimal;
import java.time.temporal.TemporalAmount;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How much an agreement's releases may let out together; at least one limit.
 *
 * @param bytesPerDay bytes, written {@code 10GB} (10⁹) as well
 */
public record Quota(
    @Nullable Long recordsPerSecond,
    @Nullable Long recordsPerDay,
    @Nullable Long recordsPerMonth,
    @Nullable Long bytesPerDay,
    @Nullable Long bytesPerMonth,
    @Nullable BigDecimal epsilonPerMonth,
    OnExceed onExceed,
    @Nullable HoldAtMost holdAtMost)
    implements Serializable {

  /** What becomes of a record that is over. */
  public enum OnExceed {
    HOLD,
    REJECT,
    BILL;

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What {@code hold} keeps; null: 100,000 records and ten minutes. */
  public record HoldAtMost(@Nullable Long records, @Nullable TemporalAmount duration)
      implements Serializable {}
}
