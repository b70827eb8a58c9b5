package dev.weir.promises.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.promises.stream.Feed;
import dev.weir.promises.stream.Subscriber;
import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.Passphrase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promises 2 and 4 on processes as a cluster has them: whatever is killed and when, every event
 * leaves once or not at all, in a true box that a crowd shares, one box to a token; and nobody who
 * reads what is not committed sees an event in two boxes. The oracle knows everybody and reads the
 * topic alone.
 */
class SigkilledCrowdsTest {

  private static final int K = 10;
  private static final String TOPIC = "umbra.shoppers.v1";
  private static final String USAGE = "weir.usage.internal";
  private static final Duration QUIET = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String AGREEMENT =
      """
      apiVersion: weir/v1
      kind: SharingAgreement
      id: umbra-shoppers
      version: 1.0.0
      status: active
      product: card-payments@2
      partner: {id: umbra}
      purposes: [CommercialResearch]
      legalBasis: LegitimateInterest
      period: {from: 2025-01-01, to: 2035-01-01}
      retention: P30D
      releases:
        - name: shoppers
          kind: cohorts
          topic: umbra.shoppers.v1
          k: 10
          hold: PT5S
          fields:
            payment_id: keep
            customer.id: tokenize
            customer.birth_date: {generalize: {step: P1Y}}
            address.zip: {generalize: prefix}
      """;

  private final Path directory;
  private final Random random = new Random(20261127);

  SigkilledCrowdsTest(@TempDir(cleanup = CleanupMode.ON_SUCCESS) Path directory) {
    this.directory = directory;
  }

  @Test
  @Tag("soak")
  void crowdsOfAMillionRows_throughTenKills() throws Exception {
    try (RealProcesses processes = RealProcesses.start(directory)) {
      becomeUmbras(processes);
      String kafka = processes.broker.bootstrapServers();
      long rows = fedThrough(10, processes, 1_000_000, 5_000);
      Released released = new Released(rows);
      read(kafka, "read_committed", rows, released::committed);
      released.judge(suppressed(kafka));
      read(kafka, "read_uncommitted", 0, released::uncommitted);
      System.out.println(released);
    }
  }

  /** Crowds for one partner, in place of what the demo lets out. */
  private void becomeUmbras(RealProcesses processes) throws IOException {
    Files.writeString(directory.resolve("umbra.yaml"), AGREEMENT);
    Path gateway = processes.files.gateway();
    String text = Files.readString(gateway);
    Files.writeString(gateway, text.replace("harbor.yaml, lumen.yaml", "umbra.yaml"));
    try (Passphrase secret = Passphrase.of(Files.readString(directory.resolve("passphrase")))) {
      KeyDirectory.openOrCreate(directory.resolve("keys"), secret).create("umbra");
    }
  }

  private long fedThrough(int kills, RealProcesses processes, long atLeast, int perSecond)
      throws Exception {
    String kafka = processes.broker.bootstrapServers();
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<Long> fed =
        CompletableFuture.supplyAsync(
            () -> {
              try (Feed feed = new Feed(kafka, CrowdFeed::record)) {
                return feed.put(atLeast, perSecond, enough::get);
              }
            });
    JobOwner owner = new JobOwner(processes);
    owner.recover();
    Killer killer = new Killer(processes, owner, random);
    System.out.println(killer.kill(Victim.drawn(kills, random)).table());
    enough.set(true);
    return fed.get();
  }

  private interface Row {
    void seen(JsonNode row) throws IOException;
  }

  /** As the owner's usage has it, of transactions that were committed. */
  private static long suppressed(String kafka) {
    LongAdder suppressed = new LongAdder();
    read(
        kafka,
        USAGE,
        "read_committed",
        0,
        usage -> usage.get("suppressed").forEach(reason -> suppressed.add(reason.asLong())));
    return suppressed.sum();
  }

  private static void read(String kafka, String isolation, long expected, Row each) {
    read(kafka, TOPIC, isolation, expected, each);
  }

  private static void read(String kafka, String topic, String isolation, long expected, Row each) {
    try (Subscriber partner = new Subscriber(kafka, topic, isolation)) {
      partner.read(expected, Duration.ofMinutes(5), QUIET, record -> seen(record, each));
    }
  }

  private static void seen(ConsumerRecord<byte[], byte[]> record, Row each) {
    try {
      each.seen(JSON.readTree(record.value()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What has left, judged by what is known of everybody. */
  private static final class Released {
    private final long rows;
    private final BitSet events = new BitSet();
    private final Map<String, String> boxOfToken = new HashMap<>();
    private final Map<String, Set<String>> tokensOfBox = new HashMap<>();
    private final Map<Integer, String> boxOfEvent = new HashMap<>();
    private long writtenAgain;

    Released(long rows) {
      this.rows = rows;
    }

    private static int number(JsonNode row) {
      return Integer.parseInt(row.get("payment_id").asText().substring(1));
    }

    private static String box(JsonNode row) {
      return row.get("customer").path("birth_date") + " " + row.get("address").path("zip");
    }

    void committed(JsonNode row) {
      int number = number(row);
      long person = CrowdFeed.person(number);
      assertThat(events.get(number)).as("twice").isFalse();
      events.set(number);
      assertThat(covers(row, person)).as("true").isTrue();
      String token = row.get("customer").get("id").asText();
      String box = box(row).intern();
      assertThat(boxOfToken.putIfAbsent(token, box)).as("one box").isIn(null, box);
      tokensOfBox.computeIfAbsent(box, unseen -> new HashSet<>()).add(token);
      boxOfEvent.put(number, box);
    }

    void uncommitted(JsonNode row) {
      String box = box(row);
      assertThat(boxOfEvent.get(number(row))).as("no event in two boxes").isEqualTo(box);
      writtenAgain++;
    }

    private static boolean covers(JsonNode row, long person) {
      JsonNode zip = row.get("address").path("zip");
      JsonNode born = row.get("customer").path("birth_date");
      return (CrowdFeed.hasZip(person)
              ? CrowdFeed.zip(person).startsWith(zip.asText().replace("*", ""))
              : isMissing(zip))
          && (CrowdFeed.hasBirthDate(person)
              ? covers(born, CrowdFeed.born(person))
              : isMissing(born));
    }

    private static boolean isMissing(JsonNode shown) {
      return shown.isNull() || shown.isMissingNode();
    }

    private static boolean covers(JsonNode born, LocalDate own) {
      LocalDate from = LocalDate.parse(born.isObject() ? born.get("from").asText() : born.asText());
      LocalDate to = LocalDate.parse(born.isObject() ? born.get("to").asText() : born.asText());
      return !own.isBefore(from) && !own.isAfter(to);
    }

    /**
     * @param suppressed as the owner was told
     */
    void judge(long suppressed) {
      assertThat(suppressed).as("suppressed").isPositive().isLessThan(rows / 100);
      assertThat(events.cardinality() + suppressed).as("out + suppressed").isEqualTo(rows);
      assertThat(tokensOfBox.values()).allMatch(crowd -> crowd.size() >= K);
      long people = LongStream.range(0, rows).map(CrowdFeed::person).distinct().count();
      assertThat((long) boxOfToken.size()).isLessThanOrEqualTo(people);
    }

    @Override
    public String toString() {
      List<Integer> sizes = tokensOfBox.values().stream().map(Set::size).sorted().toList();
      return String.format(
          "%d rows in, %d out, %d suppressed; %d boxes, the smallest of %d tokens; %d written"
              + " uncommitted or committed, none in two boxes",
          rows,
          events.cardinality(),
          rows - events.cardinality(),
          sizes.size(),
          sizes.get(0),
          writtenAgain);
    }
  }
}
