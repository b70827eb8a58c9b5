package dev.weir.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.jobs.graph.CheckpointSettings;
import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.KafkaLedger;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.StartFrom;
import dev.weir.jobs.kafka.append.AppendTime;
import dev.weir.jobs.start.EnvironmentRule;
import dev.weir.jobs.start.Finding;
import dev.weir.jobs.start.GatewaySettings;
import dev.weir.jobs.start.Places;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.jobs.start.SourceSettings;
import dev.weir.jobs.start.StartCheck;
import dev.weir.jobs.start.StartRefusedException;
import dev.weir.local.broker.EmbeddedBroker;
import dev.weir.operators.stage.DeadLetterSettings;
import dev.weir.plan.JobPlan;
import dev.weir.promises.stream.Payments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a gateway with statistics asks of the world, and what its ledger's topic gives back. */
class StatisticsStartTest {

  private static final String SOURCE = "payments.v2";
  private static final String LEDGER = "weir.ledger";
  private static final String STAMPED = "message.timestamp.type=LogAppendTime";

  private static EmbeddedBroker broker;
  private static Admin admin;

  private final Path storage;

  StatisticsStartTest(@TempDir Path storage) {
    this.storage = storage;
  }

  @BeforeAll
  static void start() throws Exception {
    broker = EmbeddedBroker.inTemporaryDirectory();
    broker.start();
    admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
  }

  @AfterAll
  static void stop() throws Exception {
    admin.close();
    broker.close();
  }

  @BeforeEach
  void create() throws Exception {
    admin.deleteTopics(admin.listTopics().names().get()).all().get();
    while (!admin.listTopics().names().get().isEmpty()) {
      Thread.sleep(20);
    }
    create(SOURCE, Map.of());
  }

  private static void create(String topic, Map<String, String> settings) throws Exception {
    NewTopic made = new NewTopic(topic, Optional.of(1), Optional.empty()).configs(settings);
    admin.createTopics(List.of(made)).all().get();
  }

  @Test
  void sourceWithItsProducersTimestamps_isRefusedWithBothMends() throws Exception {
    assertThat(refused(false))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo(EnvironmentRule.SOURCE_TOPIC_SETTINGS);
              assertThat(problem.path()).isEqualTo("sources.card-payments.topic");
              assertThat(problem.message()).contains(SOURCE);
              assertThat(problem.mend()).contains(STAMPED, "trustProducerClock: true");
            });
    assertThat(bad().command()).startsWith("kafka-configs.sh").endsWith("--add-config " + STAMPED);
    set(SOURCE, "message.timestamp.type", "LogAppendTime");
    check(false);
  }

  @Test
  void sourceWhoseProducersAreTrusted_isTaken() {
    check(true);
  }

  @Test
  void ledger_isMadeToRememberForEver() {
    check(true);
    try (KafkaProbe probe = KafkaProbe.of(kafka())) {
      assertThat(probe.partitions(LEDGER)).hasSize(1);
      assertThat(probe.topicSettings(LEDGER).orElseThrow())
          .containsEntry("cleanup.policy", "compact")
          .containsEntry("message.timestamp.type", "CreateTime");
    }
  }

  @Test
  void ledgerThatIsMissing_orForgets_isRefused() throws Exception {
    check(true);
    admin.deleteTopics(List.of(LEDGER)).all().get();
    assertThat(bad(true).message()).contains(LEDGER, "budgets", "spent again");
    create(LEDGER, Map.of("cleanup.policy", "compact,delete"));
    assertThat(bad(true).message()).contains(LEDGER + " forgets what of privacy budgets is spent");
  }

  @Test
  void ledger_givesTheNewestOfEachKey_andWhatMayHaveBeenSeenBesides() throws Exception {
    check(true);
    KafkaLedger ledger = new KafkaLedger(kafka(), LEDGER);
    assertThat(ledger.read().committed()).isEmpty();
    try (KafkaProducer<byte[], byte[]> writer = producer("ledger-test")) {
      writer.initTransactions();
      writer.beginTransaction();
      put(writer, "a", "1");
      put(writer, "b", "1");
      put(writer, "a", "2");
      writer.commitTransaction();
      writer.beginTransaction();
      put(writer, "c", "taken back");
      writer.flush();
      writer.abortTransaction();
      writer.beginTransaction();
      put(writer, "b", "2");
      writer.flush();
      KafkaLedger.Rows rows = ledger.read();
      assertThat(texts(rows.committed())).isEqualTo(Map.of("a", "2", "b", "1"));
      Map<String, byte[]> seen = Map.ofEntries(rows.uncommitted().toArray(Map.Entry[]::new));
      assertThat(texts(seen)).isEqualTo(Map.of("b", "2", "c", "taken back"));
      writer.commitTransaction();
      assertThat(texts(ledger.read().committed())).isEqualTo(Map.of("a", "2", "b", "2"));
      assertThat(ledger.read().uncommitted()).extracting(Map.Entry::getKey).containsExactly("c");
      writer.beginTransaction();
      put(writer, "a", null);
      writer.commitTransaction();
      assertThatThrownBy(ledger::read)
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is no row of the ledger");
    }
  }

  private static Map<String, String> texts(Map<String, byte[]> rows) {
    Map<String, String> texts = new HashMap<>();
    rows.forEach((key, value) -> texts.put(key, new String(value, StandardCharsets.UTF_8)));
    return texts;
  }

  private static KafkaProducer<byte[], byte[]> producer(String transactions) {
    Map<String, Object> settings =
        Map.of("bootstrap.servers", broker.bootstrapServers(), "transactional.id", transactions);
    return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
  }

  @SuppressWarnings("NullAway") // Kafka's tombstones
  private static void put(KafkaProducer<byte[], byte[]> with, String key, @Nullable String value) {
    byte[] bytes = value == null ? null : value.getBytes(StandardCharsets.UTF_8);
    with.send(new ProducerRecord<>(LEDGER, key.getBytes(StandardCharsets.UTF_8), bytes));
  }

  private static void set(String topic, String name, String value) throws Exception {
    ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    AlterConfigOp set = new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET);
    admin.incrementalAlterConfigs(Map.of(resource, List.of(set))).all().get();
  }

  private void check(boolean trusted) {
    var unused =
        StartCheck.check(
            plan(), gateway(trusted), ResumeChoice.automatic(), new Configuration(), true);
  }

  private List<Problem> refused(boolean trusted) {
    return assertThatThrownBy(() -> check(trusted))
        .asInstanceOf(InstanceOfAssertFactories.type(StartRefusedException.class))
        .actual()
        .problems();
  }

  private Finding bad() throws Exception {
    create(LEDGER, Map.of("cleanup.policy", "compact"));
    return bad(false, SOURCE);
  }

  private Finding bad(boolean trusted) {
    return bad(trusted, LEDGER);
  }

  private Finding bad(boolean trusted, String topic) {
    return StartCheck.look(
            plan(),
            gateway(trusted),
            new Configuration(),
            Places.whole("gateway.yaml"),
            new Problems())
        .stream()
        .filter(finding -> finding.state() == Finding.State.BAD)
        .filter(finding -> finding.subject().equals("topic " + topic))
        .findFirst()
        .orElseThrow();
  }

  private static KafkaCluster kafka() {
    return new KafkaCluster(broker.bootstrapServers(), Map.of());
  }

  private GatewaySettings gateway(boolean trusted) {
    return new GatewaySettings(
        "gateway.yaml",
        kafka(),
        Map.of(
            "card-payments",
            new SourceSettings(
                SOURCE, new StartFrom.Earliest(), Payments.FORMAT, AppendTime.of(trusted))),
        Payments.keys(storage.resolve("keys" + trusted)),
        new DeadLetterSettings(null, 1),
        Duration.ofDays(14),
        CheckpointSettings.of(storage.toUri().toString(), "eu", Duration.ofSeconds(10)),
        1,
        null);
  }

  private static JobPlan plan() {
    return Payments.statisticsPlan(Instant.parse("2026-06-01T00:00:00Z"), "1");
  }
}
