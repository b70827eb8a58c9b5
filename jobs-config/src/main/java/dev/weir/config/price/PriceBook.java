package dev.weir.config.price;

import dev.weir.config.agreement.Price;
import dev.weir.config.agreement.Quota;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What tiers there are.
 *
 * @param tiers by name; the newest version that has begun holds
 * @param revenueShare by product, of what is billed
 */
public record PriceBook(
    String apiVersion,
    String kind,
    String id,
    String currency,
    Map<String, List<TierVersion>> tiers,
    Map<String, BigDecimal> revenueShare) {
  public PriceBook {
    tiers = Map.copyOf(tiers);
    revenueShare = Map.copyOf(revenueShare);
  }

  /** A tier from a day on. */
  public record TierVersion(Instant from, @Nullable Quota quota, @Nullable Price price) {}
}
