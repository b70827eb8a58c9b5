package dev.weir.local.demo;

import dev.weir.local.payments.Payment;
import dev.weir.plan.JobPlan;
import dev.weir.plan.ReleasePlan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
      List<String> jurisdictions = release.jurisdictions();
      boolean inside = jurisdictions == null || jurisdictions.contains(payment.country());
      (inside ? released : withheld).merge(release.topic(), 1L, Long::sum);
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
