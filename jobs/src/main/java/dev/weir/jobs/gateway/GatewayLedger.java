package dev.weir.jobs.gateway;

import dev.weir.config.gateway.Gateway;
import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.KafkaLedger;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.start.BrokerAnswer;
import dev.weir.operators.statistics.LedgerRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** What the statistics of a gateway have spent, which may run meanwhile. */
public final class GatewayLedger {

  private GatewayLedger() {}

  /**
   * All committed rows of its ledger's topic; none if that is not there.
   *
   * @param warnings told what does not stop
   * @throws FilesRefusedException if the files are wrong
   * @throws dev.weir.jobs.start.StartRefusedException if no broker answers
   * @throws UncheckedIOException if the topic cannot be read, or holds what is no row
   */
  public static List<LedgerRow> rows(Path gateway, Consumer<Problem> warnings) {
    Problems files = new Problems();
    JudgedGateway judged = JudgedGateway.read(gateway, files);
    files.sorted().forEach(warnings);
    Gateway.Kafka said = judged.document().value().kafka();
    KafkaCluster kafka =
        new KafkaCluster(
            said.bootstrapServers(),
            new References(judged.document()).properties(said.properties()));
    BrokerAnswer.require(kafka, new FilePlaces(judged));
    return rows(kafka, judged.plan().sink().ledgerTopic());
  }

  private static List<LedgerRow> rows(KafkaCluster kafka, String topic) {
    try (KafkaProbe probe = KafkaProbe.of(kafka)) {
      return probe.topicFacts(topic).isEmpty()
          ? List.of()
          : new KafkaLedger(kafka, topic)
              .read().committed().values().stream().map(LedgerRow::parse).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (IllegalArgumentException foreign) {
      throw new UncheckedIOException(new IOException(topic + " holds what is no row of a ledger"));
    }
  }
}
