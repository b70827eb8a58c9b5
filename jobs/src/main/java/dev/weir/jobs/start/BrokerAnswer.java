package dev.weir.jobs.start;

import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.KafkaRefusal;
import org.apache.kafka.common.KafkaException;

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
      try (KafkaProbe probe = KafkaProbe.of(kafka)) {
        var unused = probe.broker();
      } catch (KafkaRefusal refusal) {
        Unreachable.note(kafka, refusal, findings);
      } catch (KafkaException notRight) {
        Unreachable.note(notRight, findings);
      }
    }
    findings.refuse();
  }
}
