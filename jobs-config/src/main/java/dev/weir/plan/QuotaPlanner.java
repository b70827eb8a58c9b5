package dev.weir.plan;

import dev.weir.config.agreement.Agreement;
import dev.weir.config.agreement.Quota;
import dev.weir.config.agreement.Quota.HoldAtMost;
import dev.weir.config.agreement.Quota.OnExceed;
import dev.weir.config.document.Document;
import dev.weir.config.document.FileSet;
import dev.weir.config.price.PriceBook.TierVersion;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the quota of an agreement: its own, or its tier's. */
final class QuotaPlanner {

  private static final long HELD_RECORDS = 100_000;
  private static final String HELD_FOR = "PT10M";

  private QuotaPlanner() {}

  /** Of all agreements that have one, by their ids. */
  static List<QuotaPlan> all(FileSet files) {
    return files.agreements().stream()
        .map(Document::value)
        .flatMap(agreement -> of(agreement, files).stream())
        .sorted(Comparator.comparing(QuotaPlan::agreement))
        .toList();
  }

  /** Empty if nothing is ever limited. */
  static Optional<QuotaPlan> of(Agreement agreement, FileSet files) {
    QuotaPlan plan = new QuotaPlan(agreement.id(), versions(agreement, files).toList());
    boolean limited = plan.versions().stream().anyMatch(version -> version.limits() != null);
    return limited ? Optional.of(plan) : Optional.empty();
  }

  private static Stream<QuotaPlan.Version> versions(Agreement agreement, FileSet files) {
    String tier = agreement.tier();
    if (tier == null) {
      return Stream.ofNullable(limits(agreement.quota()))
          .map(limits -> new QuotaPlan.Version(null, limits));
    }
    return files.priceBooks().stream()
        .map(book -> book.value().tiers().get(tier))
        .filter(Objects::nonNull)
        .flatMap(List::stream)
        .sorted(Comparator.comparing(TierVersion::from))
        .map(version -> new QuotaPlan.Version(version.from().toString(), limits(version.quota())));
  }

  private static QuotaPlan.@Nullable Limits limits(@Nullable Quota quota) {
    if (quota == null) {
      return null;
    }
    return new QuotaPlan.Limits(
        quota.recordsPerSecond(),
        quota.recordsPerDay(),
        quota.recordsPerMonth(),
        quota.bytesPerDay(),
        quota.bytesPerMonth(),
        quota.epsilonPerMonth(),
        quota.onExceed().word(),
        quota.onExceed() == OnExceed.HOLD ? hold(quota.holdAtMost()) : null);
  }

  private static QuotaPlan.Hold hold(@Nullable HoldAtMost most) {
    Long records = most == null ? null : most.records();
    Object duration = most == null ? null : most.duration();
    return new QuotaPlan.Hold(
        Objects.requireNonNullElse(records, HELD_RECORDS),
        Objects.requireNonNullElse(duration, HELD_FOR).toString());
  }
}
