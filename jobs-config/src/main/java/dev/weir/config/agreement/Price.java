package dev.weir.config.agreement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agreement costs.
 *
 * @param currency ISO 4217
 * @param perThousandRecords graduated; the last one has no end
 * @param volume tiers hold for all records of the month instead
 */
public record Price(
    String currency,
    @Nullable BigDecimal perMonth,
    @Nullable BigDecimal minimum,
    @Nullable Long freeRecords,
    List<PriceTier> perThousandRecords,
    boolean volume,
    @Nullable BigDecimal overagePerThousandRecords)
    implements Serializable {
  public Price {
    perThousandRecords = List.copyOf(perThousandRecords);
  }

  /**
   * @param upTo so many records of the month; null: all that follow
   */
  public record PriceTier(@Nullable Long upTo, BigDecimal price) implements Serializable {}
}
