package dev.weir.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.problem.Problem;
import dev.weir.config.problem.Problems;
import dev.weir.jobs.graph.CheckpointSettings;
import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.KafkaControlTopic;
import dev.weir.jobs.kafka.KafkaProbe;
import dev.weir.jobs.kafka.StartFrom;
import dev.weir.jobs.start.EnvironmentRule;
import dev.weir.jobs.start.Finding;
import dev.weir.jobs.start.GatewaySettings;
import dev.weir.jobs.start.Places;
import dev.weir.jobs.start.Resume;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.jobs.start.SourceSettings;
import dev.weir.jobs.start.StartCheck;
import dev.weir.jobs.start.StartFacts;
import dev.weir.jobs.start.StartRefusedException;
import dev.weir.local.broker.EmbeddedBroker;
import dev.weir.operators.stage.DeadLetterSettings;
import dev.weir.operators.stage.KeySource;
import dev.weir.plan.JobPlan;
import dev.weir.promises.stream.Payments;
import dev.weir.tokenization.KeyException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 8: what the world lacks is told before anything starts, all at once, with its mend. */
class StartCheckTest {

  private static final JobPlan PLAN = Payments.plan();
  private static final String OUT = Payments.OUT;
  private static final String DEAD = Payments.DEAD_LETTERS;
  private static final String PROGRESS = "weir.progress";
  private static final String USAGE = "acme.usage";
  private static final String INTERNAL = "weir.usage.internal";
  private static final String SOURCE = "payments.v2";

  private static final KeySource NO_KEYS =
      () -> {
        throw new KeyException(KeyException.Kind.MISSING, "there are no keys");
      };

  private static EmbeddedBroker broker;
  private static Admin admin;

  private final Path storage;
  private final Map<String, String> properties = new HashMap<>();

  StartCheckTest(@TempDir Path storage) {
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

  @AfterEach
  void deleteTopics() throws Exception {
    delete(admin.listTopics().names().get().toArray(String[]::new));
  }

  private static void delete(String... topics) throws Exception {
    admin.deleteTopics(List.of(topics)).all().get();
    while (!Collections.disjoint(admin.listTopics().names().get(), List.of(topics))) {
      Thread.sleep(20);
    }
  }

  @Test
  void missingTopics_areAllNamed_withTheMend() {
    assertThat(refused(false))
        .extracting(problem -> problem.rule() + " " + problem.message())
        .containsExactlyInAnyOrder(
            "SOURCE_TOPIC the topic payments.v2 does not exist",
            "OUTPUT_TOPIC the topic acme.payments.v1, of partner acme by agreement acme-payments, does not exist",
            "OUTPUT_TOPIC the topic card-payments.dead-letters, of product card-payments, does not exist",
            "OUTPUT_TOPIC the topic weir.progress, Weir's own, does not exist: it remembers what was released,"
                + " without which a start may release it again",
            "OUTPUT_TOPIC the topic acme.usage, the usage of partner acme, does not exist",
            "OUTPUT_TOPIC the topic weir.usage.internal, Weir's own, does not exist");
  }

  @Test
  void outputTopics_areMadeWhenAsked_withTheAgreedRetention() throws Exception {
    create(SOURCE, Map.of());
    StartFacts facts = check(true);
    assertThat(facts.maxRecordBytes()).isBetween(1_000_000, 1_048_588);
    try (KafkaProbe probe = KafkaProbe.of(kafka())) {
      assertThat(probe.topicSettings(OUT).orElseThrow())
          .containsEntry("retention.ms", Long.toString(Duration.ofDays(90).toMillis()))
          .containsEntry("message.timestamp.type", "CreateTime");
      assertThat(probe.topicSettings(PROGRESS).orElseThrow())
          .containsEntry("cleanup.policy", "compact");
      assertThat(probe.topicSettings(DEAD).orElseThrow())
          .containsEntry("retention.ms", Long.toString(Duration.ofDays(14).toMillis()));
      assertThat(probe.topicSettings(USAGE).orElseThrow()).containsEntry("retention.ms", "-1");
    }
  }

  @Test
  void nothingIsMade_whileSomethingIsWrong() throws Exception {
    assertThat(refused(true))
        .singleElement()
        .satisfies(problem -> assertThat(problem.rule()).isEqualTo(EnvironmentRule.SOURCE_TOPIC));
    assertThat(admin.listTopics().names().get()).isEmpty();
  }

  @Test
  void topicsThatWouldTellTheTime_orForget_areRefused() throws Exception {
    create(SOURCE, Map.of());
    create(OUT, Map.of("message.timestamp.type", "LogAppendTime"));
    create(DEAD, Map.of("cleanup.policy", "compact"));
    create(PROGRESS, Map.of("cleanup.policy", "compact"));
    createUsage();
    assertThat(refused(false))
        .allMatch(problem -> problem.rule() == EnvironmentRule.OUTPUT_TOPIC_SETTINGS)
        .extracting(Problem::mend)
        .containsExactlyInAnyOrder(
            "Set message.timestamp.type=CreateTime", "Set cleanup.policy=delete");
  }

  @Test
  void topicsThatMustRemember_areRefusedIfTheyForgetByTime() throws Exception {
    create(SOURCE, Map.of());
    create(OUT, Map.of());
    create(DEAD, Map.of());
    createUsage();
    for (String policy : List.of("delete", "compact,delete")) {
      create(PROGRESS, Map.of("cleanup.policy", policy, "retention.ms", "1000"));
      assertThat(refused(false))
          .as(policy)
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.rule()).isEqualTo(EnvironmentRule.OUTPUT_TOPIC_SETTINGS);
                assertThat(problem.message()).contains(PROGRESS + " forgets what was released");
                assertThat(problem.mend()).isEqualTo("Set cleanup.policy=compact");
              });
      delete(PROGRESS);
    }
  }

  /** No broker takes partitions away: it is deleted and made again, as the command says. */
  @Test
  void controlTopicOfSeveralPartitions_isToBeMadeAnew_ifNothingIsLostByIt() throws Exception {
    createAll();
    ControlOwner owner = ControlOwner.in(storage.resolve("control"));
    GatewaySettings governed = gateway().withControl(owner.channel());
    admin.createTopics(List.of(new NewTopic(ControlOwner.TOPIC, 2, (short) 1))).all().get();
    Finding several = bad(governed);
    assertThat(several.mend()).contains("never held a command", "delete it");
    String[] commands = several.command().split(" && ");
    assertThat(commands[0]).endsWith(" --delete --topic weir.control");
    assertThat(commands[1]).contains(" --create --topic weir.control --partitions 1 ");
    try (KafkaControlTopic log = new KafkaControlTopic(kafka(), ControlOwner.TOPIC)) {
      log.append(new byte[] {1});
    }
    assertThat(bad(governed).mend()).contains("Only if each is sent again", "destroyed key");
    delete(ControlOwner.TOPIC);
    create(ControlOwner.TOPIC, settings(commands[1]));
    assertThat(look(governed)).extracting(Finding::state).doesNotContain(Finding.State.BAD);
  }

  /** As {@code kafka-topics.sh} reads them. */
  private static Map<String, String> settings(String command) {
    return Pattern.compile("--config (\\S+?)=(\\S+)")
        .matcher(command)
        .results()
        .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
  }

  private static Finding bad(GatewaySettings gateway) {
    List<Finding> bad =
        look(gateway).stream().filter(finding -> finding.state() == Finding.State.BAD).toList();
    assertThat(bad).hasSize(1);
    return bad.get(0);
  }

  private static List<Finding> look(GatewaySettings gateway) {
    Places places = Places.whole("gateway.yaml");
    return StartCheck.look(PLAN, gateway, new Configuration(), places, new Problems());
  }

  @Test
  void smallestLimitOfATopic_isTheLimitOfARecord() throws Exception {
    create(SOURCE, Map.of());
    create(OUT, Map.of("max.message.bytes", "5000"));
    create(DEAD, Map.of());
    create(PROGRESS, Map.of("cleanup.policy", "compact"));
    createUsage();
    assertThat(check(false).maxRecordBytes()).isBetween(4_000, 5_000);
  }

  @Test
  void transactionLongerThanTheBrokerAllows_isRefused() throws Exception {
    createAll();
    properties.put("transaction.timeout.ms", "3600000");
    assertThat(refused(false))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.rule()).isEqualTo(EnvironmentRule.TRANSACTION_TIMEOUT);
              assertThat(problem.mend()).contains("900000");
            });
  }

  @Test
  void everythingThatIsWrong_isToldAtOnce() {
    properties.put("isolation.level", "read_uncommitted");
    properties.put("security.protokol", "SSL");
    GatewaySettings gateway =
        gateway(new KafkaCluster("127.0.0.1:1", properties), NO_KEYS, "file:///proc/none");
    assertThat(refused(gateway, ResumeChoice.automatic(), false))
        .extracting(Problem::rule)
        .containsExactlyInAnyOrder(
            EnvironmentRule.KAFKA_PROPERTY,
            EnvironmentRule.KAFKA_PROPERTY,
            EnvironmentRule.KEY,
            EnvironmentRule.CHECKPOINT_STORAGE,
            EnvironmentRule.KAFKA_UNREACHABLE);
  }

  @Test
  void latest_isFixedAtTheStart() throws Exception {
    createAll();
    GatewaySettings gateway = gateway();
    StartFacts facts = check(gateway, ResumeChoice.automatic(), false);
    assertThat(facts.startFrom().get("card-payments"))
        .isEqualTo(new StartFrom.End(Map.of(new TopicPartition(SOURCE, 0), 0L)));
  }

  @Test
  void startThatOnlySeemsToBeTheFirst_isRefused_unlessAskedFor() throws Exception {
    createAll();
    admin
        .alterConsumerGroupOffsets(
            "weir-eu", Map.of(new TopicPartition(SOURCE, 0), new OffsetAndMetadata(5)))
        .all()
        .get();
    try {
      assertThat(refused(false))
          .singleElement()
          .satisfies(problem -> assertThat(problem.rule()).isEqualTo(EnvironmentRule.RESUME));
      GatewaySettings gateway = gateway();
      assertThat(check(gateway, new ResumeChoice(null, true), false).resume())
          .isEqualTo(new Resume.FromTheStart(true));
    } finally {
      admin.deleteConsumerGroups(List.of("weir-eu")).all().get();
    }
  }

  @Test
  void stateThatIsNotThere_isRefused() throws Exception {
    createAll();
    GatewaySettings gateway = gateway();
    ResumeChoice nowhere = new ResumeChoice(storage.resolve("chk-7").toUri().toString(), false);
    assertThat(refused(gateway, nowhere, false))
        .singleElement()
        .satisfies(problem -> assertThat(problem.message()).contains("no complete checkpoint"));
  }

  private static void create(String topic, Map<String, String> settings) throws Exception {
    NewTopic made = new NewTopic(topic, Optional.of(1), Optional.empty()).configs(settings);
    admin.createTopics(List.of(made)).all().get();
  }

  private static void createUsage() throws Exception {
    create(USAGE, Map.of());
    create(INTERNAL, Map.of());
  }

  private static void createAll() throws Exception {
    create(SOURCE, Map.of());
    create(OUT, Map.of());
    create(DEAD, Map.of());
    create(PROGRESS, Map.of("cleanup.policy", "compact"));
    createUsage();
  }

  private List<Problem> refused(boolean createTopics) {
    GatewaySettings gateway = gateway();
    return refused(gateway, ResumeChoice.automatic(), createTopics);
  }

  private static List<Problem> refused(
      GatewaySettings gateway, ResumeChoice resume, boolean createTopics) {
    return assertThatThrownBy(() -> check(gateway, resume, createTopics))
        .asInstanceOf(InstanceOfAssertFactories.type(StartRefusedException.class))
        .actual()
        .problems();
  }

  private StartFacts check(boolean createTopics) {
    GatewaySettings gateway = gateway();
    return check(gateway, ResumeChoice.automatic(), createTopics);
  }

  private static StartFacts check(
      GatewaySettings gateway, ResumeChoice resume, boolean createTopics) {
    return StartCheck.check(PLAN, gateway, resume, new Configuration(), createTopics);
  }

  private GatewaySettings gateway() {
    return gateway(kafka(), Payments.keys(storage.resolve("keys")), storage.toUri().toString());
  }

  private KafkaCluster kafka() {
    return new KafkaCluster(broker.bootstrapServers(), properties);
  }

  private static GatewaySettings gateway(KafkaCluster kafka, KeySource keys, String storage) {
    return new GatewaySettings(
        "gateway.yaml",
        kafka,
        Map.of(
            "card-payments", new SourceSettings(SOURCE, new StartFrom.Latest(), Payments.FORMAT)),
        keys,
        new DeadLetterSettings(null, 1),
        Duration.ofDays(14),
        CheckpointSettings.of(storage, "eu", Duration.ofSeconds(10)),
        1,
        null);
  }
}
