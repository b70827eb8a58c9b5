package dev.weir.promises;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.jobs.gateway.GatewayGraphs;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.jobs.start.StartArguments;
import dev.weir.local.broker.EmbeddedBroker;
import dev.weir.local.cluster.LocalCluster;
import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.Metered;
import dev.weir.metering.usage.Minute;
import dev.weir.metering.usage.Usage;
import dev.weir.metering.usage.UsageEvent;
import dev.weir.metering.usage.UsageHeaders;
import dev.weir.promises.stream.Subscriber;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.common.JobID;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Charges are what the usage costs, through task managers that go, a broker that goes, and starts
 * at other parallelisms. The oracle is plain Java over the usage topics: of each agreement the
 * months' price, and tiers of 0.40 and 0.25 a thousand, rounded once.
 */
class RatingTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int FAILURES = 6;
  private static final int EVENTS = 150;
  private static final Duration QUIET = Duration.ofSeconds(4);

  private final Path directory;
  private final Random random = new Random(20261127);
  private final Instant now = Instant.now().truncatedTo(ChronoUnit.MINUTES);
  private final List<UsageEvent> told = new ArrayList<>();

  RatingTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private Path gateway(EmbeddedBroker broker) throws IOException {
    Files.writeString(
        directory.resolve("product.yaml"),
        """
        apiVersion: v3.1.0
        kind: DataContract
        id: payments
        version: 1.0.0
        status: active
        schema:
          - name: payment
            properties:
              - {name: id, logicalType: string, customProperties: [{property: privacyRole, value: public}]}
        """);
    for (String partner : List.of("acme", "globex")) {
      Files.writeString(
          directory.resolve(partner + ".yaml"),
          """
          apiVersion: weir/v1
          kind: SharingAgreement
          id: %1$s-payments
          version: 1.0.0
          status: active
          product: payments@1
          partner: {id: %1$s}
          purposes: [FraudPreventionAndDetection]
          legalBasis: LegitimateInterest
          period: {from: 2026-01-01, to: 2046-01-01}
          releases: [{name: payments, kind: records, topic: %1$s.payments, fields: {id: keep}}]
          price: {currency: EUR, perMonth: 500.00, perThousandRecords: [{upTo: 1000000, price: 0.40}, {price: 0.25}]}
          """
              .formatted(partner));
    }
    return Files.writeString(
        directory.resolve("gateway.yaml"),
        """
        apiVersion: weir/v1
        kind: Gateway
        id: g
        products: [product.yaml]
        agreements: [acme.yaml, globex.yaml]
        kafka: {bootstrapServers: "%s"}
        sources: {payments: {topic: payments, startFrom: earliest, format: json}}
        checkpoints: {storage: "%s", interval: PT0.5S}
        parallelism: 2
        """
            .formatted(broker.bootstrapServers(), directory.resolve("state").toUri()));
  }

  @Test
  void charges_areWhatTheUsageCosts_throughFailuresAndScaling() throws Exception {
    try (EmbeddedBroker broker = EmbeddedBroker.inTemporaryDirectory()) {
      broker.start();
      createTopics(broker.bootstrapServers());
      Path gateway = gateway(broker);
      try (LocalCluster cluster = LocalCluster.start(2, 2)) {
        JobID job = start(cluster, gateway, 2);
        int oldest = 0;
        for (int failure = 0; failure < FAILURES; failure++) {
          awaitRunning(cluster, job);
          tell(broker.bootstrapServers(), EVENTS);
          Thread.sleep(200 + random.nextInt(1_200));
          switch (failure % 3) {
            case 0 -> {
              cluster.stopTaskManager(oldest++);
              cluster.startTaskManager();
            }
            case 1 -> {
              broker.stop();
              Thread.sleep(random.nextInt(1_000));
              broker.start();
            }
            default -> {
              cluster.cancel(job);
              cluster.result(job).get();
              job = start(cluster, gateway, 1 + random.nextInt(3));
            }
          }
        }
        tell(broker.bootstrapServers(), EVENTS);
        awaitRunning(cluster, job);
        assertCharges(broker.bootstrapServers());
        cluster.cancel(job);
        cluster.result(job).get();
      }
    }
  }

  private static void createTopics(String servers) throws Exception {
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", servers))) {
      List<NewTopic> topics = new ArrayList<>();
      for (String partner : List.of("acme.usage", "globex.usage")) {
        topics.add(new NewTopic(partner, 2, (short) 1).configs(Map.of("retention.ms", "-1")));
      }
      admin.createTopics(topics).all().get();
    }
  }

  private static JobID start(LocalCluster cluster, Path gateway, int parallelism) throws Exception {
    Files.writeString(
        gateway,
        Files.readString(gateway).replaceAll("parallelism: \\d+", "parallelism: " + parallelism));
    StartArguments arguments =
        new StartArguments(
            gateway,
            ResumeChoice.automatic(),
            true,
            new StartArguments.RatingTerms(List.of(), List.of()));
    return cluster.submit(
        GatewayGraphs.of(
            arguments, StreamExecutionEnvironment.getExecutionEnvironment(), warning -> {}));
  }

  private static void awaitRunning(LocalCluster cluster, JobID job) throws InterruptedException {
    Instant until = Instant.now().plus(Duration.ofMinutes(3));
    while (!cluster.allTasksRun(job)) {
      assertThat(Instant.now()).isBefore(until);
      Thread.sleep(50);
    }
  }

  /** Events of this month and those before, some said twice, some mended. */
  private void tell(String servers, int events) {
    Map<String, Object> settings = Map.of("bootstrap.servers", servers);
    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
      for (int i = 0; i < events; i++) {
        UsageEvent event = drawn();
        told.add(event);
        int times = random.nextInt(10) == 0 ? 2 : 1;
        for (int time = 0; time < times; time++) {
          producer.send(record(event));
        }
      }
    }
  }

  private UsageEvent drawn() {
    if (!told.isEmpty() && random.nextInt(12) == 0) {
      UsageEvent wrong = told.get(random.nextInt(told.size()));
      if (wrong.corrects() == null) {
        return wrong.corrected(usage(-random.nextInt(50)), "mend-" + told.size());
      }
    }
    String partner = random.nextBoolean() ? "acme" : "globex";
    Instant minute = now.minus(random.nextInt(60), ChronoUnit.DAYS);
    Metered data =
        new Metered(
            partner,
            new AgreementRef(partner + "-payments", "1.0.0"),
            "payments",
            new Minute(minute),
            usage(1 + random.nextInt(30_000)));
    return UsageEvent.of("/weir/gateways/g", data, "r-0-" + told.size());
  }

  private static Usage usage(long records) {
    return new Usage(records, records, records, BigDecimal.ZERO);
  }

  private static ProducerRecord<byte[], byte[]> record(UsageEvent event) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            event.data().partner() + ".usage", null, null, null, UsageHeaders.value(event));
    UsageHeaders.of(event)
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    return record;
  }

  /** Amounts by agreement, month, kind and tier. */
  private static SortedMap<String, BigDecimal> expected(String servers) throws IOException {
    SortedMap<String, Long> records = new TreeMap<>();
    Set<String> ids = new HashSet<>();
    for (String topic : List.of("acme.usage", "globex.usage")) {
      for (ConsumerRecord<byte[], byte[]> one : all(servers, topic, 1)) {
        if (ids.add(new String(one.headers().lastHeader("ce_id").value(), UTF_8))) {
          JsonNode data = JSON.readTree(one.value());
          String month = data.at("/window/from").asText().substring(0, 7);
          String agreement = data.get("agreement").asText().split("@", 2)[0];
          records.merge(agreement + " " + month, data.get("records").asLong(), Long::sum);
        }
      }
    }
    SortedMap<String, BigDecimal> expected = new TreeMap<>();
    records.forEach(
        (place, count) -> {
          expected.put(place + " month 0", new BigDecimal("500.00"));
          put(expected, place + " records 1", Math.min(count, 1_000_000), "0.40");
          put(expected, place + " records 2", Math.max(0, count - 1_000_000), "0.25");
        });
    return expected;
  }

  private static void put(
      SortedMap<String, BigDecimal> into, String place, long records, String price) {
    BigDecimal amount = new BigDecimal(price).multiply(BigDecimal.valueOf(records, 3));
    if (records != 0) {
      into.put(place, amount.setScale(2, RoundingMode.HALF_UP));
    }
  }

  private static List<ConsumerRecord<byte[], byte[]>> all(String servers, String topic, int least) {
    try (Subscriber reader = new Subscriber(servers, topic)) {
      return reader.read(least, Duration.ofMinutes(2), QUIET);
    }
  }

  private static void assertCharges(String servers) throws IOException {
    SortedMap<String, BigDecimal> expected = expected(servers);
    SortedMap<String, BigDecimal> charged = new TreeMap<>();
    Set<String> ids = new HashSet<>();
    List<ConsumerRecord<byte[], byte[]>> lines = all(servers, "weir.charges", expected.size());
    for (ConsumerRecord<byte[], byte[]> line : lines) {
      String id = new String(line.headers().lastHeader("ce_id").value(), UTF_8);
      assertThat(ids.add(id)).as("%s stands once", id).isTrue();
      JsonNode json = JSON.readTree(line.value()).get("line");
      JsonNode key = json.get("key");
      String place =
          String.join(
              " ",
              key.get("agreement").asText(),
              key.get("month").asText(),
              key.get("kind").asText(),
              key.get("tier").asText());
      charged.merge(place, new BigDecimal(json.get("amount").asText()), BigDecimal::add);
    }
    charged.values().removeIf(amount -> amount.signum() == 0);
    assertThat(charged).as("%d lines", lines.size()).isEqualTo(expected);
  }
}
