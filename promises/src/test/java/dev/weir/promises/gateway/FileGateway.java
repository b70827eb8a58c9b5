package dev.weir.promises.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.jobs.gateway.GatewayGraphs;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.jobs.start.StartArguments;
import dev.weir.local.broker.EmbeddedBroker;
import dev.weir.local.cluster.LocalCluster;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.stream.Subscriber;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A gateway's files in a directory, a broker, and a cluster for the jobs that are started. */
final class FileGateway implements AutoCloseable {

  static final String SOURCE = "payments.v2";

  final Path directory;
  final EmbeddedBroker broker;
  final List<String> warnings = new ArrayList<>();
  private @Nullable LocalCluster cluster;

  private FileGateway(Path directory, EmbeddedBroker broker) {
    this.directory = directory;
    this.broker = broker;
  }

  /** Product, agreement, keys and a running broker; the gateway's own file is not written. */
  static FileGateway over(EmbeddedBroker broker, Path directory) throws Exception {
    FileGateway gateway = new FileGateway(directory, broker);
    gateway.copy("product.yaml");
    gateway.copy("acme.yaml");
    var unused = Payments.keys(directory.resolve("keys"));
    Files.writeString(directory.resolve("passphrase"), Payments.PASSPHRASE);
    broker.start();
    return gateway;
  }

  /** As {@link #over}, with a broker of its own and the source topic. */
  static FileGateway in(Path directory) throws Exception {
    return withSource(EmbeddedBroker.inTemporaryDirectory(), directory);
  }

  /** As {@link #in}, with a broker that refuses what a rule of its denies. */
  static FileGateway underRules(Path directory) throws Exception {
    Map<String, String> settings =
        Map.of(
            "authorizer.class.name",
            "org.apache.kafka.metadata.authorizer.StandardAuthorizer",
            "allow.everyone.if.no.acl.found",
            "true");
    return withSource(EmbeddedBroker.inTemporaryDirectory(settings), directory);
  }

  private static FileGateway withSource(EmbeddedBroker broker, Path directory) throws Exception {
    FileGateway gateway = over(broker, directory);
    try (Admin admin = gateway.admin()) {
      admin
          .createTopics(List.of(new NewTopic(SOURCE, Optional.of(1), Optional.empty())))
          .all()
          .get();
    }
    return gateway;
  }

  private void copy(String name) throws IOException {
    try (InputStream in = FileGateway.class.getResourceAsStream("/gateway/" + name)) {
      Files.copy(Objects.requireNonNull(in, name), directory.resolve(name));
    }
  }

  /**
   * Writes the gateway's file.
   *
   * @param kafka lines of {@code kafka}, indented by two
   * @param source what stands in the source besides its topic
   * @param more whole terms
   */
  Path write(String kafka, String source, String more) throws IOException {
    return Files.writeString(
        file(),
        """
        apiVersion: weir/v1
        kind: Gateway
        id: eu
        products: [product.yaml]
        agreements: [acme.yaml]
        kafka:
          bootstrapServers: "%s"
        %s
        sources:
          card-payments: {topic: %s, %s}
        keys: {provider: "file:keys", passphrase: {file: passphrase}}
        %s
        checkpoints: {storage: "%s", interval: PT1S}
        parallelism: 1
        """
            .formatted(
                broker.bootstrapServers(),
                kafka,
                SOURCE,
                source,
                more,
                directory.resolve("checkpoints").toUri()));
  }

  Path file() {
    return directory.resolve("gateway.yaml");
  }

  /** All that {@code weir start --create-topics} does before a cluster is asked. */
  GatewayGraphs.Planned planned() {
    StartArguments arguments = new StartArguments(file(), ResumeChoice.automatic(), true);
    return GatewayGraphs.planned(
        arguments,
        StreamExecutionEnvironment.getExecutionEnvironment(),
        warning -> warnings.add(warning.toString()));
  }

  JobID start() throws IOException {
    return cluster().submit(planned().graph());
  }

  LocalCluster cluster() throws IOException {
    if (cluster == null) {
      cluster = LocalCluster.start(1, 2);
    }
    return cluster;
  }

  void put(List<byte[]> values) {
    put(values, System.currentTimeMillis());
  }

  void put(List<byte[]> values, long timestamp) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "acks", "all");
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      values.forEach(
          value -> producer.send(new ProducerRecord<>(SOURCE, null, timestamp, null, value)));
    }
  }

  /** Committed records of a topic: so many, and a moment longer. */
  List<ConsumerRecord<byte[], byte[]>> read(String topic, int expected) {
    try (Subscriber reader = new Subscriber(broker.bootstrapServers(), topic)) {
      return reader.read(expected, Duration.ofMinutes(1), Duration.ofSeconds(2));
    }
  }

  /** Of dead letters, each with its field: so many, and a moment longer. */
  List<String> reasons(int expected) throws IOException {
    List<String> reasons = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> letter : read(Payments.DEAD_LETTERS, expected)) {
      JsonNode json = new ObjectMapper().readTree(letter.value());
      reasons.add(json.get("reason").asText() + " " + json.path("field").asText("null"));
    }
    return reasons;
  }

  Set<String> topics() throws Exception {
    try (Admin admin = admin()) {
      return admin.listTopics().names().get();
    }
  }

  /** A setting of a topic. */
  String setting(String topic, String name) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (Admin admin = admin()) {
      var asked = admin.describeConfigs(List.of(resource)).values().get(resource);
      return Objects.requireNonNull(asked).get().get(name).value();
    }
  }

  Admin admin() {
    return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  @Override
  public void close() throws IOException {
    try {
      if (cluster != null) {
        cluster.close();
      }
    } finally {
      broker.close();
    }
  }
}
