package dev.weir.jobs.start;

import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import dev.weir.plan.ReleasePlan;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a job writes as its plan is: not the topics of agreements that are not active. */
final class Writing {

  private static final String ACTIVE = "active";

  private Writing() {}

  /** Whose each topic is, in words. */
  static SortedMap<String, String> of(JobPlan plan) {
    SortedMap<String, String> topics = new TreeMap<>();
    topics.put(plan.sink().progressTopic(), "Weir's own");
    for (ProductPlan product : plan.products()) {
      topics.put(product.deadLetterTopic(), "of product " + product.product());
      if (product.subjectKeys() != null) {
        topics.put(product.subjectKeys(), "Weir's own");
      }
      product.releases().stream()
          .filter(release -> release.status().equals(ACTIVE))
          .forEach(release -> topics.put(release.topic(), whose(release)));
    }
    return topics;
  }

  private static String whose(ReleasePlan release) {
    return "of partner " + release.partner() + " by agreement " + release.agreement();
  }
}
