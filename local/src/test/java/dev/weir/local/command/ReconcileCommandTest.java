package dev.weir.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.local.broker.EmbeddedBroker;
import dev.weir.metering.usage.Metered;
import dev.weir.metering.usage.Usage;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageHeaders;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** {@code weir reconcile} and {@code billing close --gateway}, over topics of a broker. */
class ReconcileCommandTest {

  private static final String VALUE = "{\"ticket_id\":\"T1\"}";

  @SuppressWarnings("NullAway.Init") // set before all tests
  private static EmbeddedBroker broker;

  private final Path directory;
  private BillingFiles files;
  private String topic = "";
  private String partner = "";

  ReconcileCommandTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    this.files = BillingFiles.in(directory);
  }

  @BeforeAll
  static void start() throws IOException {
    broker = EmbeddedBroker.inTemporaryDirectory();
    broker.start();
  }

  @AfterAll
  static void stop() throws IOException {
    broker.close();
  }

  /** Topics of this test's own, and books. */
  @BeforeEach
  void write(TestInfo test) throws Exception {
    partner = "p" + Math.abs(test.getDisplayName().hashCode());
    topic = partner + ".tickets.v1";
    createTopics();
    Path agreement = files.files().path("north.yaml");
    Files.writeString(
        agreement,
        Files.readString(agreement)
            .replace("north.tickets.v1", topic)
            .replaceAll("partner: \\{id: north[^}]*}", "partner: {id: " + partner + "}"));
    Files.writeString(
        files.files().path("gateway.yaml"),
        """
        apiVersion: weir/v1
        kind: Gateway
        id: tickets
        products: [product.yaml]
        agreements: [north.yaml]
        kafka: {bootstrapServers: "%s"}
        sources: {tickets: {topic: tickets.v1, startFrom: earliest, format: json}}
        checkpoints: {storage: "file:///nowhere", interval: PT1S}
        """
            .formatted(broker.bootstrapServers()));
  }

  /** Not every broker of the tests makes topics of itself; and what is old is not deleted. */
  private void createTopics() throws Exception {
    try (Admin admin = admin()) {
      admin
          .createTopics(
              Stream.of(topic, partner + ".usage")
                  .map(name -> new NewTopic(name, 1, (short) 1))
                  .map(made -> made.configs(Map.of("retention.ms", "-1")))
                  .toList())
          .all()
          .get();
    }
  }

  private static Admin admin() {
    return Admin.create(Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers()));
  }

  private void send(int records, int told, String time) {
    Map<String, Object> settings = Map.of("bootstrap.servers", broker.bootstrapServers());
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      long minute = Instant.parse(time).toEpochMilli();
      for (int i = 0; i < records; i++) {
        ProducerRecord<byte[], byte[]> record =
            new ProducerRecord<>(topic, null, minute, null, VALUE.getBytes(UTF_8));
        record.headers().add("weir-agreement", "north-tickets@2.1.0".getBytes(UTF_8));
        producer.send(record);
      }
      UsageEvent like = BillingFiles.event(time, 1);
      UsageEvent event =
          UsageEvent.of(
              like.source(),
              new Metered(
                  partner,
                  like.data().agreement(),
                  "tickets",
                  like.data().window(),
                  new Usage(told, (long) told * VALUE.length(), told, BigDecimal.ZERO)),
              "r-0-1");
      ProducerRecord<byte[], byte[]> usage =
          new ProducerRecord<>(partner + ".usage", null, minute, null, UsageHeaders.value(event));
      UsageHeaders.of(event)
          .forEach((name, value) -> usage.headers().add(name, value.getBytes(UTF_8)));
      producer.send(usage);
    }
  }

  private Ran reconcile(String... more) {
    return Ran.weir(
        Stream.concat(
                Stream.of(
                    "reconcile",
                    "--gateway",
                    files.files().text("gateway.yaml"),
                    "--period",
                    "2026-03"),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Ran gateway(String command, String... more) {
    return files.billing(
        command,
        Stream.concat(
                Stream.of("--period", "2026-03", "--gateway", files.files().text("gateway.yaml")),
                Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void whatWasRatedFromTheTopics_agrees_andIsClosed() {
    send(3, 3, "2026-03-01T08:00:00Z");
    send(4, 4, "2026-03-01T08:05:00Z");
    assertThat(files.create().exit()).isZero();
    Ran rated = gateway("rate", "--topics");
    assertThat(rated.all()).contains("2 usage events are new");
    Ran ran = reconcile("--charges", files.files().text("books"));
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.all()).contains("they agree to the record");
    Ran closed = gateway("close");
    assertThat(closed.exit()).as(closed.all()).isZero();
    assertThat(closed.out()).contains("T-S-000001");
  }

  @Test
  void whatDiffers_isNamedByItsMinute_andTheMonthStaysOpen() throws IOException {
    send(3, 3, "2026-03-01T08:00:00Z");
    send(4, 5, "2026-03-01T08:05:00Z");
    assertThat(files.create().exit()).isZero();
    assertThat(gateway("rate", "--topics").exit()).isZero();
    Ran ran = reconcile("--charges", files.files().text("books"), "--format", "json");
    assertThat(ran.exit()).isEqualTo(4);
    JsonNode minute = new ObjectMapper().readTree(ran.out()).at("/minutes/0");
    assertThat(minute.get("from").asText()).isEqualTo("2026-03-01T08:05:00Z");
    assertThat(minute.at("/delivered/records").asInt()).isEqualTo(4);
    assertThat(minute.at("/metered/records").asInt()).isEqualTo(5);
    Ran closed = gateway("close");
    assertThat(closed.exit()).isEqualTo(4);
    assertThat(closed.all()).contains("cannot be closed: minutes of north-tickets do not agree");
    Ran explained = gateway("close", "--explain", "north-tickets=one was lost by hand");
    assertThat(explained.exit()).as(explained.all()).isZero();
  }

  @Test
  void chargesThatLack_areNamed() {
    send(3, 3, "2026-03-01T08:00:00Z");
    Ran ran = reconcile();
    assertThat(ran.exit()).isEqualTo(4);
    assertThat(ran.all()).contains("lacks 1 months, 500.00 EUR");
  }

  @Test
  void whatRetentionHasTaken_isSaid_andNeverAgrees() throws Exception {
    send(3, 3, "2026-03-01T08:00:00Z");
    try (Admin admin = admin()) {
      TopicPartition only = new TopicPartition(topic, 0);
      admin.deleteRecords(Map.of(only, RecordsToDelete.beforeOffset(-1))).all().get();
    }
    Ran ran = reconcile("--format", "json");
    assertThat(ran.exit()).isEqualTo(4);
    JsonNode minute = new ObjectMapper().readTree(ran.out()).at("/minutes/0");
    assertThat(minute.get("verdict").asText()).isEqualTo("gone");
    assertThat(reconcile().err()).contains("begins after them");
  }

  @Test
  void eitherAGatewayOrADirectory_isAskedFor() {
    assertThat(Ran.weir("reconcile", "--period", "2026-03").exit()).isEqualTo(2);
  }
}
