package dev.weir.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.local.process.LoopbackPort;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {

  private static final TopicPartition PARTITION = new TopicPartition("payments", 0);

  @Test
  void transaction_isSeenWhenCommittedAndNotWhenAborted() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.inTemporaryDirectory()) {
      broker.start();
      createTopic(broker);
      try (KafkaProducer<String, String> producer = producer(broker)) {
        producer.initTransactions();
        send(producer, "aborted", false);
        send(producer, "committed", true);
      }
      assertThat(read(broker, "read_committed", 1)).containsExactly("committed");
      assertThat(read(broker, "read_uncommitted", 2)).containsExactly("aborted", "committed");
    }
  }

  @Test
  void restart_keepsPortAndRecords() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.inTemporaryDirectory()) {
      broker.start();
      String address = broker.bootstrapServers();
      createTopic(broker);
      try (KafkaProducer<String, String> producer = producer(broker)) {
        producer.initTransactions();
        send(producer, "before", true);
        broker.stop();
        broker.start();
        send(producer, "after", true);
      }
      assertThat(broker.bootstrapServers()).isEqualTo(address).startsWith("127.0.0.1:");
      assertThat(read(broker, "read_committed", 2)).containsExactly("before", "after");
    }
  }

  @Test
  void controllersPortTakenWhileStopped_isToldAndTheProcessLives(@TempDir Path directory)
      throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.in(directory)) {
      broker.start();
      broker.stop();
      int controller = BrokerPorts.of(directory).controller();
      InetAddress loopback = InetAddress.getByName(BrokerPorts.HOST);
      try (ServerSocket other = new ServerSocket(controller, 1, loopback)) {
        assertThatThrownBy(broker::start)
            .isInstanceOf(IllegalStateException.class)
            .rootCause()
            .hasMessageContaining(String.valueOf(other.getLocalPort()));
      }
      broker.start();
    }
  }

  @Test
  void portTakenBeforeTheFirstStart_isReplaced(@TempDir Path directory) throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(BrokerPorts.HOST))) {
      new BrokerPorts(LoopbackPort.free(), other.getLocalPort()).noteIn(directory);
      try (EmbeddedBroker broker = EmbeddedBroker.in(directory)) {
        broker.start();
        assertThat(BrokerPorts.of(directory).controller()).isNotEqualTo(other.getLocalPort());
      }
    }
  }

  @Test
  void twoBrokers_runSideBySide() throws Exception {
    try (EmbeddedBroker one = EmbeddedBroker.inTemporaryDirectory();
        EmbeddedBroker two = EmbeddedBroker.inTemporaryDirectory()) {
      one.start();
      two.start();
      createTopic(one);
      assertThat(topics(one)).contains("payments");
      assertThat(topics(two)).doesNotContain("payments");
    }
  }

  @Test
  void close_keepsADirectoryThatWasGiven(@TempDir Path directory) throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.in(directory.resolve("logs"))) {
      broker.start();
      broker.start(); // running already: nothing happens
    }
    assertThat(Files.exists(directory.resolve("logs/meta.properties"))).isTrue();
  }

  private static void createTopic(EmbeddedBroker broker) throws Exception {
    try (Admin admin = admin(broker)) {
      admin.createTopics(List.of(new NewTopic("payments", 1, (short) 1))).all().get();
    }
  }

  private static Iterable<String> topics(EmbeddedBroker broker) throws Exception {
    try (Admin admin = admin(broker)) {
      return admin.listTopics().names().get();
    }
  }

  private static Admin admin(EmbeddedBroker broker) {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  private static KafkaProducer<String, String> producer(EmbeddedBroker broker) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", "test/");
    return new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer());
  }

  private static void send(KafkaProducer<String, String> producer, String value, boolean commit)
      throws Exception {
    producer.beginTransaction();
    producer.send(new ProducerRecord<>("payments", value)).get();
    if (commit) {
      producer.commitTransaction();
    } else {
      producer.abortTransaction();
    }
  }

  private static List<String> read(EmbeddedBroker broker, String isolation, int atLeast) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "isolation.level", isolation);
    List<String> values = new ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
      consumer.assign(List.of(PARTITION));
      consumer.seekToBeginning(List.of(PARTITION));
      long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
      Instant until = Instant.now().plusSeconds(30);
      while (consumer.position(PARTITION) < end && Instant.now().isBefore(until)) {
        consumer.poll(Duration.ofMillis(100)).forEach(record -> values.add(record.value()));
      }
    }
    assertThat(values).hasSizeGreaterThanOrEqualTo(atLeast);
    return values;
  }
}
