package dev.weir.jobs.start;

import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.KafkaRefusal;
import dev.weir.plan.EndingPlan;
import dev.weir.plan.JobPlan;
import java.util.List;

/** What the gateway's user may do besides with topics: as a consumer group, and in transactions. */
final class OtherRights {

  private final JobPlan plan;
  private final KafkaProbe probe;
  private final Findings findings;
  private final KafkaTools tools;

  OtherRights(JobPlan plan, GatewaySettings gateway, KafkaProbe probe, Findings findings) {
    this.plan = plan;
    this.probe = probe;
    this.findings = findings;
    this.tools = new KafkaTools(gateway.kafka());
  }

  /** Whether the group may be asked how far it has read, and may note it. */
  boolean group() {
    String group = GatewayStart.group(plan);
    String subject = "consumer group " + group;
    boolean allowed = probe.mayReadAs(group);
    if (allowed) {
      findings.good(subject, "allows READ");
    } else {
      String on = "--group " + group;
      refuse(subject, on, on, "READ");
    }
    return allowed;
  }

  /**
   * A job would try for a minute, and then start again. Asked under an id of each sink's prefix
   * that no sink has: theirs go on with a dash (flink-connector-kafka, TransactionalIdFactory).
   */
  void transactions() {
    for (EndingPlan ending : plan.endings()) {
      transactions(ending.sink().transactionalIdPrefix());
    }
  }

  private void transactions(String prefix) {
    String subject = "transactional ids " + prefix + "*";
    try {
      if (probe.mayBeginTransactions(prefix + "check")) {
        findings.good(subject, "allow WRITE");
      } else {
        String on = "--transactional-id " + prefix + " --resource-pattern-type ";
        refuse(subject, on + "prefixed", on + "match", "WRITE");
      }
    } catch (KafkaRefusal late) {
      findings.unknown(subject, "the broker has begun no transaction (" + late.kind() + ")", "");
    }
  }

  private void refuse(String subject, String on, String concerning, String operation) {
    findings.addOf(
        subject,
        EnvironmentRule.KAFKA_REFUSES,
        Findings.path("id"),
        "the broker does not allow this user " + operation + " on the " + subject,
        "Allow it, and remove what denies it or Describe, which "
            + tools.rules(concerning)
            + " shows",
        tools.allow(on, List.of(operation)));
  }
}
