package dev.weir.metering.rating;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Price;
import dev.weir.config.price.PriceBook;
import dev.weir.config.price.PriceBook.TierVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The spans of one version of an agreement: one if the price is its own, else those of its tier.
 */
final class VersionPrices {

  private VersionPrices() {}

  static List<PriceSpan> of(Held held, Instant next, @Nullable PriceBook book) {
    Agreement agreement = held.agreement();
    Instant from = later(held.since(), agreement.period().from());
    Instant to = earlier(next, agreement.period().to());
    if (!from.isBefore(to)) {
      return List.of();
    }
    String tier = agreement.tier();
    if (tier != null) {
      return ofTier(tier, required(book, tier), from, to);
    }
    String name = agreement.id() + "@" + agreement.version();
    return List.of(new PriceSpan(from, to, name, agreement.price(), agreement.quota()));
  }

  private static PriceBook required(@Nullable PriceBook book, String tier) {
    if (book == null || !book.tiers().containsKey(tier)) {
      throw new IllegalArgumentException("no price book has the tier " + tier);
    }
    return book;
  }

  /** Before the first version has begun there is no price: usage then is told, not given away. */
  private static List<PriceSpan> ofTier(String tier, PriceBook book, Instant from, Instant to) {
    List<TierVersion> versions =
        book.tiers().getOrDefault(tier, List.of()).stream()
            .sorted(Comparator.comparing(TierVersion::from))
            .toList();
    List<PriceSpan> spans = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      TierVersion version = versions.get(i);
      Instant next = i + 1 < versions.size() ? versions.get(i + 1).from() : Instant.MAX;
      Instant begins = later(from, version.from());
      Instant ends = earlier(to, next);
      if (begins.isBefore(ends)) {
        String name = book.id() + "/" + tier + "@" + version.from().toString();
        spans.add(
            new PriceSpan(begins, ends, name, inCurrency(version.price(), book), version.quota()));
      }
    }
    return spans;
  }

  private static @Nullable Price inCurrency(@Nullable Price price, PriceBook book) {
    if (price == null || !price.currency().isEmpty()) {
      return price;
    }
    return new Price(
        book.currency(),
        price.perMonth(),
        price.minimum(),
        price.freeRecords(),
        price.perThousandRecords(),
        price.volume(),
        price.overagePerThousandRecords());
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }
}
