package dev.weir.jobs.start;

import dev.weir.jobs.kafka.KafkaLedger;
import dev.weir.jobs.kafka.UnreadableTopicException;
import dev.weir.operators.statistics.LedgerRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the ledger's topic knows of windows that were charged, whatever the state knows. */
final class LedgerCheck {

  private final KafkaLedger ledger;
  private final Findings findings;

  LedgerCheck(KafkaLedger ledger, Findings findings) {
    this.ledger = ledger;
    this.findings = findings;
  }

  /**
   * All rows of a topic that is there. What stands behind an open transaction may have been
   * released, and what was taken back may have been seen; drawn again, both would show a second
   * value of their window, so they count. Nothing, with a problem, if one cannot be read: what was
   * spent is not known then.
   */
  List<LedgerRow> rows() {
    List<LedgerRow> rows = new ArrayList<>();
    try {
      KafkaLedger.Rows read = ledger.read();
      for (byte[] row : read.committed().values()) {
        rows.add(LedgerRow.parse(row));
      }
      for (Map.Entry<String, byte[]> row : read.uncommitted()) {
        rows.add(LedgerRow.parse(row.getValue()).uncommitted());
      }
    } catch (UnreadableTopicException refused) {
      refuse(EnvironmentRule.KAFKA_REFUSES, refused, "Let this user read it");
    } catch (IOException | IllegalArgumentException foreign) {
      refuse(EnvironmentRule.OUTPUT_TOPIC_SETTINGS, foreign, "Let nobody but Weir write there");
    }
    return rows;
  }

  private void refuse(EnvironmentRule rule, Exception why, String mend) {
    findings.addOfTopic(
        rule,
        ledger.topic(),
        "the ledger of statistics cannot be read, so that what was spent is not known: "
            + why.getMessage(),
        mend);
  }
}
