package dev.weir.local.demo;

import dev.weir.local.payments.Payment;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ReleasePlan;
import dev.weir.plan.StatisticsPlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What must become of the payments, told by how each was made and by what the agreements say of
 * jurisdictions; Weir itself is not asked. Confined to one thread.
 */
final class Expected {

  private final List<ReleasePlan> releases;
  private final Map<String, Long> released = new HashMap<>();
  private final Map<String, Long> withheld = new HashMap<>();
  private final Map<String, Long> deadLettered = new TreeMap<>();
  private long in;

  Expected(JobPlan plan) {
    releases = plan.releases();
  }

  void add(Payment payment) {
    in++;
    if (payment.flaw() != null) {
      deadLettered.merge(payment.flaw().reason(), 1L, Long::sum);
      return;
    }
    for (ReleasePlan release : releases) {
      if (release.statistics() != null) {
        continue;
      }
      List<String> jurisdictions = release.jurisdictions();
      boolean inside = jurisdictions == null || jurisdictions.contains(payment.country());
      (inside ? released : withheld).merge(release.topic(), 1L, Long::sum);
    }
  }

  /** The rows of one window: one for each of the groups that its agreement lists. */
  void addWindows() {
    for (ReleasePlan release : releases) {
      StatisticsPlan statistics = release.statistics();
      if (statistics != null) {
        long groups =
            statistics.groupBy().stream()
                .mapToLong(group -> Objects.requireNonNull(group.listed()).size())
                .reduce(1, Math::multiplyExact);
        released.put(release.topic(), groups);
      }
    }
  }

  long in() {
    return in;
  }

  /** How many records a subscriber of the topic must see. */
  long released(String topic) {
    return released.getOrDefault(topic, 0L);
  }

  long withheld(String topic) {
    return withheld.getOrDefault(topic, 0L);
  }

  /** How many dead letters there must be, by reason. */
  Map<String, Long> deadLettered() {
    return deadLettered;
  }

  /** How many records all topics must hold together. */
  long total() {
    long total = deadLettered.values().stream().mapToLong(n -> n).sum();
    return total + released.values().stream().mapToLong(n -> n).sum();
  }
}
