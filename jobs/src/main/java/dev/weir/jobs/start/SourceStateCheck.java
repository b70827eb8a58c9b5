package dev.weir.jobs.start;

import dev.weir.plan.JobPlan;
import dev.weir.plan.ProductPlan;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * That a state is of the topics which the gateway reads. A source goes on with the partitions in
 * its state, so that one which is read no more would be read beside the one that is.
 */
final class SourceStateCheck {

  private final GatewaySettings gateway;
  private final Findings findings;

  SourceStateCheck(GatewaySettings gateway, Findings findings) {
    this.gateway = gateway;
    this.findings = findings;
  }

  /** Checks; tells the products whose source the state knows. */
  Set<String> check(JobPlan plan, Resume resume) {
    Set<String> known = new HashSet<>();
    if (resume instanceof Resume.From from) {
      for (ProductPlan product : plan.products()) {
        if (knows(product, from.path())) {
          known.add(product.product());
        }
      }
    }
    return known;
  }

  private boolean knows(ProductPlan product, String path) {
    String topic = gateway.source(product.product()).topic();
    try {
      Set<String> topics = SavedSource.topics(path, product.sourceUid());
      topics.stream()
          .filter(read -> !read.equals(topic))
          .forEach(former -> refuse(product.product(), former, topic));
      return !topics.isEmpty();
    } catch (IOException unreadable) {
      ResumeChoice.refuse(findings, "what the state says of sources cannot be read");
      return false;
    }
  }

  private void refuse(String product, String former, String topic) {
    findings.add(
        EnvironmentRule.RESUME,
        Findings.path("sources", product, "topic"),
        "the state to go on from reads " + former + ", and the gateway reads " + topic,
        "Name the former topic; or, once that is read to its end, begin without state: --fresh, with"
            + " startFrom at what of "
            + topic
            + " was not released yet");
  }
}
