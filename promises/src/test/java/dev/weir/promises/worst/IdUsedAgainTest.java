package dev.weir.promises.worst;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.weir.jobs.start.ResumeChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise 2 on the worst day: a job is killed with a transaction open, whose id its newest
 * checkpoint names for one that was committed.
 */
@ExtendWith(SharedDay.class)
class IdUsedAgainTest {

  private final WorstDay day;
  private final Path directory;

  IdUsedAgainTest(WorstDay day, @TempDir Path directory) {
    this.day = day;
    this.directory = directory;
  }

  @Test
  void openTransactionOfTheKilledJob_isTakenBackAtTheStart_whateverItsId() throws Exception {
    WorstGateway gateway = new WorstGateway(day, "reused", directory);
    JobID job = gateway.start(ResumeChoice.automatic());
    gateway.feed(50);
    assertThat(gateway.numbers(gateway.names.acme(), 50)).isEqualTo(OlderStateTest.upTo(50));
    gateway.cancel(job);
    ConsumerRecord<byte[], byte[]> newest = newest(gateway);
    for (int pooled = 0; pooled < 3; pooled++) {
      leaveOpen("weir/reused/-0-" + pooled, newest);
    }
    JobID next = gateway.start(ResumeChoice.automatic());
    gateway.feed(50);
    assertThat(gateway.numbers(gateway.names.acme(), 100)).isEqualTo(OlderStateTest.upTo(100));
    assertThat(day.failures(next)).as("attempts that failed").doesNotContain("IOException");
    gateway.cancel(next);
  }

  private static ConsumerRecord<byte[], byte[]> newest(WorstGateway gateway) {
    List<ConsumerRecord<byte[], byte[]>> all = gateway.records(gateway.names.progress(), 1);
    return all.get(all.size() - 1);
  }

  /** As a process that is killed leaves it: of a checkpoint that did not complete. */
  private void leaveOpen(String transactionalId, ConsumerRecord<byte[], byte[]> before)
      throws IOException {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers",
            day.broker.bootstrapServers(),
            "transactional.id",
            transactionalId,
            "transaction.timeout.ms",
            600_000);
    ByteArraySerializer bytes = new ByteArraySerializer();
    KafkaProducer<byte[], byte[]> killed = new KafkaProducer<>(settings, bytes, bytes);
    killed.initTransactions();
    killed.beginTransaction();
    killed.send(new ProducerRecord<>(before.topic(), before.key(), later(before.value())));
    killed.flush();
    killed.close(Duration.ZERO); // else it would take it back
  }

  private static byte[] later(byte[] progress) throws IOException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode record = (ObjectNode) json.readTree(progress);
    record.put("checkpoint", record.get("checkpoint").asLong() + 1);
    return json.writeValueAsBytes(record);
  }
}
