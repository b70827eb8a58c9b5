package dev.weir.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.operators.record.OutputRecord;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaCommittable;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** Promise 8: a broker that is away for a night does not fill a task manager with threads. */
class ConnectorWriterTest {

  @Test
  void brokerAway_everyAttemptFailsWithTheCause_andLeavesNoThreadOfKafka() throws Exception {
    KafkaCluster away = new KafkaCluster("127.0.0.1:" + portOfNobody(), Map.of());
    for (int attempt = 0; attempt < 3; attempt++) {
      assertFails(away);
    }
    assertThat(threadsOfKafka()).isEmpty();
  }

  private static void assertFails(KafkaCluster away) throws Exception {
    try (OneInputStreamOperatorTestHarness<OutputRecord, CommittableMessage<KafkaCommittable>>
        harness =
            new OneInputStreamOperatorTestHarness<>(
                new SinkWriterOperatorFactory<>(impatient(away)))) {
      assertThatThrownBy(harness::open).hasRootCauseInstanceOf(TimeoutException.class);
    }
  }

  /** The sink that jobs have waits for a minute. */
  private static LeavingSink impatient(KafkaCluster away) {
    return new LeavingSink(
        KafkaSink.<OutputRecord>builder()
            .setKafkaProducerConfig(KafkaEnds.producer(away))
            .setProperty("request.timeout.ms", "100")
            .setProperty("default.api.timeout.ms", "200")
            .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
            .setTransactionalIdPrefix("weir/payments/")
            .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
            .setRecordSerializer(new OutputRecordSchema(List.of("acme.payments.v1")))
            .build(),
        away);
  }

  private static List<String> threadsOfKafka() throws InterruptedException {
    List<String> names = List.of();
    for (int poll = 0; poll < 100 && (poll == 0 || !names.isEmpty()); poll++) {
      Thread.sleep(20);
      names =
          Thread.getAllStackTraces().keySet().stream()
              .map(Thread::getName)
              .filter(name -> name.startsWith("kafka-"))
              .toList();
    }
    return names;
  }

  private static int portOfNobody() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
