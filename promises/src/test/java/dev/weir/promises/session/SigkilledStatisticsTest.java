package dev.weir.promises.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.local.demo.DemoFiles;
import dev.weir.operators.statistics.LedgerRow;
import dev.weir.privacy.budget.Conversion;
import dev.weir.privacy.budget.EpsilonDelta;
import dev.weir.privacy.budget.Rho;
import dev.weir.privacy.ledger.Charge;
import dev.weir.privacy.ledger.Ledger;
import dev.weir.promises.stream.Feed;
import dev.weir.promises.stream.Subscriber;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.flink.util.FileUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Statistics on processes as a cluster has them: whatever is killed and when, and where the job
 * goes on from a savepoint that is older than what was released, every window is released once,
 * with one value for whoever looks, and the ledger has spent what those windows cost.
 */
class SigkilledStatisticsTest {

  private static final int KILLS = 20;
  private static final int WINDOWS = 500;
  private static final long SECONDS = 2;
  private static final int PER_SECOND = 400;
  private static final int WINDOWS_OF_A_PERSON = 2_000;
  private static final double EPSILON = 20;
  private static final double DELTA = 1e-6;
  private static final String TOPIC = "umbra.spend.v1";
  private static final String LEDGER = "weir.ledger";

  /** What a watermark stays behind, a window's lateness, and some time to draw and commit. */
  private static final Duration BEHIND = Duration.ofSeconds(60 + 10 + 30);

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration QUIET = Duration.ofSeconds(10);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String AGREEMENT =
      """
      apiVersion: weir/v1
      kind: SharingAgreement
      id: umbra-spend
      version: 1.0.0
      status: active
      product: card-payments@2
      partner: {id: umbra}
      purposes: [CommercialResearch]
      legalBasis: LegitimateInterest
      period: {from: 2025-01-01, to: 2035-01-01}
      retention: P30D
      releases:
        - name: spend
          kind: statistics
          topic: umbra.spend.v1
          window: PT2S
          lateness: PT10S
          groupBy: {address.country: [DE, FR]}
          measures:
            payments: count
            shoppers: {countDistinct: subject}
          perSubject: {records: 4, groups: 1, windows: 2000}
          budget: {epsilon: 20, delta: 1e-6, per: P1Y}
      """;

  private final Path directory;
  private final Random random = new Random(20261128);

  SigkilledStatisticsTest(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
    this.directory = directory;
  }

  private record Cell(Instant window, String country) {}

  @Test
  @Tag("soak")
  void fiveHundredWindows_throughTwentyKillsAndAnOlderSavepoint() throws Exception {
    try (RealProcesses processes = RealProcesses.start(directory)) {
      becomeUmbras(processes);
      stamped(processes.broker.bootstrapServers());
      long fed = run(processes);
      judge(processes.broker.bootstrapServers(), fed);
    }
  }

  private void becomeUmbras(RealProcesses processes) throws IOException {
    Files.writeString(directory.resolve("umbra.yaml"), AGREEMENT);
    Path gateway = processes.files.gateway();
    String text = Files.readString(gateway);
    Files.writeString(
        gateway,
        text.replace("harbor.yaml, lumen.yaml", "umbra.yaml")
            .replace("startFrom: earliest", "startFrom: latest"));
  }

  private static void stamped(String kafka) throws Exception {
    AlterConfigOp stamped =
        new AlterConfigOp(
            new ConfigEntry("message.timestamp.type", "LogAppendTime"), AlterConfigOp.OpType.SET);
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, DemoFiles.SOURCE_TOPIC);
    try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", kafka))) {
      admin.incrementalAlterConfigs(Map.of(topic, List.of(stamped))).all().get();
    }
  }

  private long run(RealProcesses processes) throws Exception {
    JobOwner owner = new JobOwner(processes);
    owner.recover();
    Instant began = Instant.now();
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Long> fed = fed(processes.broker.bootstrapServers(), enough);
    Killer killer = new Killer(processes, owner, random);
    List<Victim> victims = Victim.drawn(KILLS, random);
    System.out.println(killer.kill(victims.subList(0, KILLS / 2)).table());
    Path older = olderSavepoint(owner);
    owner.recover();
    System.out.println(killer.kill(victims.subList(KILLS / 2, KILLS)).table());
    waitUntil(began.plusSeconds(WINDOWS * SECONDS / 2).plus(BEHIND)); // much has left since
    owner.cancel();
    owner.startFrom(older.toUri().toString());
    owner.recover();
    waitUntil(began.plusSeconds(WINDOWS * SECONDS).plus(BEHIND));
    enough.set(true);
    long all = fed.get();
    Thread.sleep(BEHIND.toMillis());
    owner.cancel();
    return all;
  }

  /** A copy, for nothing to take it away. */
  private Path olderSavepoint(JobOwner owner) throws Exception {
    Path into = directory.resolve("checkpoints").resolve("demo").resolve("savepoints");
    String savepoint = owner.stopWithSavepoint(into.toUri());
    Path older = directory.resolve("older");
    FileUtils.copy(
        new org.apache.flink.core.fs.Path(savepoint),
        new org.apache.flink.core.fs.Path(older.toUri()),
        false);
    return older;
  }

  private static void waitUntil(Instant then) throws InterruptedException {
    Thread.sleep(Math.max(0, Duration.between(Instant.now(), then).toMillis()));
  }

  private static CompletableFuture<Long> fed(String kafka, AtomicBoolean enough) {
    return CompletableFuture.supplyAsync(
        () -> {
          try (Feed feed = new Feed(kafka, SigkilledStatisticsTest::payment)) {
            return feed.put(1, PER_SECOND, enough::get);
          }
        });
  }

  /** It happens when it is put there. */
  private static ProducerRecord<byte[], byte[]> payment(long number) {
    long person = number % 5_000;
    String payment =
        String.format(
            "{\"payment_id\":\"P%d\",\"customer\":{\"id\":\"C%d\"},\"address\":{\"country\":\"%s\"},"
                + "\"amount\":1.5,\"currency\":\"EUR\",\"occurred_at\":\"%s\"}",
            number, person, person % 2 == 0 ? "DE" : "FR", Instant.now());
    byte[] key = Long.toString(person).getBytes(UTF_8);
    return new ProducerRecord<>(DemoFiles.SOURCE_TOPIC, key, payment.getBytes(UTF_8));
  }

  private static void judge(String kafka, long fed) {
    Map<Cell, JsonNode> released = released(kafka);
    TreeMap<Instant, Charge> charged = charged(kafka);
    List<Instant> windows =
        released.keySet().stream().map(Cell::window).distinct().sorted().toList();
    assertThat(windows).as("released is what was charged").isEqualTo(List.copyOf(charged.keySet()));
    assertThat(windows).hasSizeGreaterThanOrEqualTo(WINDOWS);
    assertThat(released).as("both countries").hasSize(2 * windows.size());
    for (int at = 0; at < windows.size(); at++) {
      assertThat(windows.get(at)).isEqualTo(windows.get(0).plusSeconds(SECONDS * at));
    }
    judgeLedger(windows, released, charged);
    judgeSums(released, fed);
    int again = oneValue(kafka, released);
    long withheld = withheld(kafka);
    assertThat(withheld).as("of windows that the savepoint did not know").isPositive();
    System.out.printf(
        "%d windows released and charged once; of %d records %d in windows that were withheld the"
            + " second time; %d rows were written, each with one value%n",
        windows.size(), fed, withheld, again);
  }

  private static Map<Cell, JsonNode> released(String kafka) {
    Map<Cell, JsonNode> released = new HashMap<>();
    read(
        kafka,
        TOPIC,
        "read_committed",
        2 * WINDOWS,
        record -> {
          JsonNode row = json(record);
          assertThat(released.put(cell(row), row)).as("%s", cell(row)).isNull();
        });
    return released;
  }

  private static Cell cell(JsonNode row) {
    return new Cell(
        Instant.parse(row.at("/window/from").asText()), row.at("/group/address.country").asText());
  }

  private static TreeMap<Instant, Charge> charged(String kafka) {
    TreeMap<Instant, Charge> charged = new TreeMap<>();
    read(
        kafka,
        LEDGER,
        "read_committed",
        WINDOWS,
        record -> {
          Charge charge = LedgerRow.parse(record.value()).charge();
          Instant window = Instant.ofEpochMilli(charge.window().from());
          assertThat(charged.put(window, charge)).as("%s is charged once", window).isNull();
        });
    return charged;
  }

  /** What is spent is the sum over the windows that were released, after each of them. */
  private static void judgeLedger(
      List<Instant> windows, Map<Cell, JsonNode> released, TreeMap<Instant, Charge> charged) {
    List<Charge> charges = List.copyOf(charged.values());
    Rho most = Conversion.rho(new EpsilonDelta(EPSILON, DELTA));
    Rho window = charges.get(0).rho();
    assertThat(window.value()).isCloseTo(most.value() / WINDOWS_OF_A_PERSON, within(1e-9));
    double spent = Ledger.of(charges).spent(charges.get(0).account()).rho().value();
    assertThat(spent).isCloseTo(window.value() * windows.size(), within(1e-9));
    assertThat(spent).isLessThanOrEqualTo(most.value());
    for (int at = 0; at < windows.size(); at++) {
      double left = EPSILON - Conversion.epsilon(new Rho(window.value() * (at + 1)), DELTA);
      JsonNode row = Objects.requireNonNull(released.get(new Cell(windows.get(at), "DE")));
      assertThat(row.at("/privacy/budgetLeft/epsilon").asDouble()).isCloseTo(left, within(1e-3));
    }
  }

  /** Noise of all windows together is some 1,400 records; some came to the broker late. */
  private static void judgeSums(Map<Cell, JsonNode> released, long fed) {
    double sum =
        released.values().stream()
            .mapToDouble(row -> row.at("/measures/payments/value").asDouble())
            .sum();
    System.out.printf("%d records, %.0f counted, with noise%n", fed, sum);
    assertThat(sum).isBetween(0.5 * fed, fed + 8_000.0);
  }

  /** What a reader saw who did not wait for commits, of windows too that were never released. */
  private static int oneValue(String kafka, Map<Cell, JsonNode> released) {
    List<JsonNode> rows = new ArrayList<>();
    read(kafka, TOPIC, "read_uncommitted", 0, record -> rows.add(json(record)));
    Map<Cell, JsonNode> values = new HashMap<>(released); // the last may be of no transaction
    for (JsonNode row : rows) {
      JsonNode value = values.putIfAbsent(cell(row), row);
      assertThat(row).isEqualTo(value == null ? row : value);
    }
    return rows.size();
  }

  private static long withheld(String kafka) {
    long[] withheld = {0};
    read(
        kafka,
        "weir.usage.internal",
        "read_committed",
        0,
        record -> withheld[0] += json(record).at("/withheld/already_charged").asLong());
    return withheld[0];
  }

  private static JsonNode json(ConsumerRecord<byte[], byte[]> record) {
    try {
      return JSON.readTree(record.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void read(
      String kafka,
      String topic,
      String isolation,
      long expected,
      Consumer<ConsumerRecord<byte[], byte[]>> each) {
    try (Subscriber reader = new Subscriber(kafka, topic, isolation)) {
      reader.read(expected, PATIENCE, QUIET, each);
    }
  }
}
