package dev.weir.jobs.start;

import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.KafkaProbe;

/** That a broker answers at all, for commands that start nothing. */
public final class BrokerAnswer {

  private BrokerAnswer() {}

  /**
   * Asks.
   *
   * @throws StartRefusedException if a property is wrong, or no broker answers; says where
   */
  public static void require(KafkaCluster kafka, Places places) {
    Findings findings = new Findings(places);
    if (PropertyCheck.check(kafka, findings)) {
      var unused = Unreachable.unless(kafka, findings, KafkaProbe::broker);
    }
    findings.refuse();
  }
}
