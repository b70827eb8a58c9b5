package dev.weir.promises.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.jobs.kafka.KafkaCluster;
import dev.weir.jobs.kafka.ReplayWriter;
import dev.weir.local.command.WeirCommand;
import dev.weir.local.terminal.Terminal;
import dev.weir.promises.stream.Payments;
import dev.weir.tokenization.keys.KeyDirectory;
import dev.weir.tokenization.keys.Passphrase;
import dev.weir.tokenization.keys.SealingKeys;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters of a running gateway, from the command to what its partners see. */
class DeadLetterReplayTest {

  private static final String SOUTH = "south.payments.v1";
  private static final String NOTES = "weir.replays";

  /** Of them the odd ones are dead-lettered for the partner south. */
  private static final long PAYMENTS = 20;

  /** Its row is never added. */
  private static final long NEVER = 19;

  /** Lacks its amount, which the product asks for at first: dead-lettered for both partners. */
  private static final long INCOMPLETE = PAYMENTS;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @SuppressWarnings("NullAway.Init") // before each
  private FileGateway gateway;

  private record Ran(int exit, String out, String err) {}

  @BeforeEach
  void start() throws Exception {
    gateway = FileGateway.underRules(directory);
    makePair("keys");
    gateway.write(
        "",
        "startFrom: earliest, format: json",
        "deadLetters: {publicKey: keys/dead-letters.pub.json}");
    change("gateway.yaml", "[acme.yaml]", "[acme.yaml, south.yaml]");
    String acme = Files.readString(directory.resolve("acme.yaml"));
    Files.writeString(
        directory.resolve("south.yaml"),
        acme.replace("acme", "south")
            .replace("payment_id:  keep", "payment_id:  {replace: {table: names.csv}}")
            .replace("      customer_id: {tokenize: deterministic}\n", ""));
    table(number -> number % 2 == 0);
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
  }

  private void makePair(String keys) {
    try (Passphrase passphrase = Passphrase.of(Payments.PASSPHRASE)) {
      var unused =
          SealingKeys.create(
              KeyDirectory.openOrCreateWithWeakDerivationForTests(
                  directory.resolve(keys), passphrase));
    }
  }

  private void change(String file, String from, String to) throws IOException {
    String text = Files.readString(directory.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(directory.resolve(file), text.replace(from, to));
  }

  private void table(LongPredicate numbers) throws IOException {
    List<String> rows = new ArrayList<>(List.of("payment,name"));
    LongStream.rangeClosed(0, INCOMPLETE)
        .filter(numbers)
        .forEach(number -> rows.add(String.format("P%07d,\"P%07d south\"", number, number)));
    Files.write(directory.resolve("names.csv"), rows);
  }

  private static byte[] payment(long number) {
    String json = Payments.json(number);
    String without = json.replaceFirst(",\"amount\":[0-9.]+", "");
    return (number == INCOMPLETE ? without : json).getBytes(StandardCharsets.UTF_8);
  }

  private void deadLettered() throws IOException {
    gateway.start();
    gateway.put(
        LongStream.rangeClosed(0, INCOMPLETE).mapToObj(DeadLetterReplayTest::payment).toList());
    assertThat(gateway.read(Payments.DEAD_LETTERS, 11)).hasSize(11);
    assertThat(released(Payments.OUT, 20)).hasSize(20);
    assertThat(released(SOUTH, 10)).hasSize(10);
  }

  private void mend() throws IOException {
    table(number -> number != NEVER);
    change(
        "product.yaml",
        "amount, logicalType: number, required: true",
        "amount, logicalType: number, required: false");
  }

  private List<Long> released(String topic, int expected) {
    return gateway.read(topic, expected).stream()
        .map(record -> Payments.number(record.value()))
        .toList();
  }

  private Ran weir(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal = Terminal.piped(new PrintWriter(out, true), new PrintWriter(err, true));
    Map<String, String> environment =
        Map.of("WEIR_KEYS_PASSPHRASE_FILE", directory.resolve("passphrase").toString());
    int exit = WeirCommand.run(arguments, terminal, environment);
    return new Ran(exit, out.toString(), err.toString());
  }

  private Ran letters(String verb, String... more) {
    return weir(
        Stream.concat(
                Stream.of("dead-letters", verb, "--gateway", gateway.file().toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private Ran replay(String keys, String... more) {
    String key = directory.resolve(keys).resolve("dead-letters.json").toString();
    return letters(
        "replay",
        Stream.concat(Stream.of("--key", key, "--reason", "ticket 4711"), Stream.of(more))
            .toArray(String[]::new));
  }

  private static Set<Long> numbers(LongPredicate which) {
    return LongStream.rangeClosed(0, INCOMPLETE).filter(which).boxed().collect(Collectors.toSet());
  }

  @Test
  void replayAfterTheMend_givesEachPartnerWhatItLacked_once() throws Exception {
    deadLettered();
    mend();

    Ran unasked = replay("keys");
    assertThat(unasked.exit()).isEqualTo(3);
    assertThat(unasked.err()).contains("[output-topic]", NOTES, "--create-topics");

    assertThat(released(SOUTH, 10)).hasSize(10);
    Ran first = replay("keys", "--create-topics");
    assertThat(first.exit()).as(first.out() + first.err()).isZero();
    assertThat(first.out())
        .containsPattern("acme-payments/payments +released +1\n")
        .containsPattern("south-payments/payments +refused again: not_in_table +1\n")
        .containsPattern("south-payments/payments +released +10\n");
    assertEachHasAll();
    assertThat(gateway.setting(NOTES, "cleanup.policy")).isEqualTo("compact");

    Ran second = replay("keys");
    assertThat(second.exit()).as(second.out() + second.err()).isZero();
    assertThat(second.out())
        .containsPattern("acme-payments/payments +already replayed +1\n")
        .containsPattern("south-payments/payments +already replayed +10\n");
    assertEachHasAll();
    assertThat(gateway.read(Payments.DEAD_LETTERS, 11)).hasSize(11);
  }

  private void assertEachHasAll() {
    assertThat(released(Payments.OUT, 21))
        .containsExactlyInAnyOrderElementsOf(numbers(number -> true));
    assertThat(released(SOUTH, 20))
        .containsExactlyInAnyOrderElementsOf(numbers(number -> number != NEVER));
  }

  @Test
  void topicThatMayNotBeWritten_isNamedWithItsPartner_beforeAnythingIsReleased() throws Exception {
    deadLettered();
    mend();
    List<AclBinding> closed =
        List.of(
            rule(AclOperation.ALL, AclPermissionType.ALLOW),
            rule(AclOperation.WRITE, AclPermissionType.DENY));
    try (Admin admin = gateway.admin()) {
      admin.createAcls(closed).all().get();
      Ran refused = replay("keys", "--create-topics");
      assertThat(refused.exit()).as(refused.out() + refused.err()).isEqualTo(3);
      assertThat(refused.err())
          .contains("south.yaml:", "[topic-access]", "WRITE on the topic " + SOUTH)
          .contains("partner south by agreement south-payments");
      assertThat(released(Payments.OUT, 20)).hasSize(20);
      admin.deleteAcls(closed.stream().map(AclBinding::toFilter).toList()).all().get();
    }
    assertThat(replay("keys", "--create-topics").exit()).isZero();
    assertEachHasAll();
  }

  private static AclBinding rule(AclOperation operation, AclPermissionType permission) {
    return new AclBinding(
        new ResourcePattern(ResourceType.TOPIC, SOUTH, PatternType.LITERAL),
        new AccessControlEntry("User:ANONYMOUS", "*", operation, permission));
  }

  @Test
  void secondReplay_endsTheFirst_andNothingOfItIsSeen() throws Exception {
    deadLettered();
    mend();
    KafkaCluster kafka = new KafkaCluster(gateway.broker.bootstrapServers(), Map.of());
    try (ReplayWriter first = ReplayWriter.open(kafka, "weir-replay/eu")) {
      assertThat(replay("keys", "--create-topics").exit()).isZero();
      first.note(NOTES, new byte[] {1}, new byte[] {1});
      assertThatThrownBy(first::commit).isInstanceOf(KafkaException.class);
    }
    assertEachHasAll();
    assertThat(gateway.read(NOTES, 11)).hasSize(11);
  }

  @Test
  void listCounts_showOpensForTheKey_andAnotherKeyIsToldByName() throws Exception {
    deadLettered();
    JsonNode counts =
        new ObjectMapper().readTree(letters("list", "--format", "json").out()).get("counts");
    assertThat(counts.toString())
        .isEqualTo(
            "[{\"reason\":\"missing\",\"field\":\"amount\",\"stage\":\"decode\",\"letters\":1,"
                + "\"withPayload\":1},{\"reason\":\"not_in_table\",\"field\":\"payment_id\","
                + "\"agreement\":\"south-payments@1.0.0\",\"release\":\"payments\","
                + "\"stage\":\"treat\",\"letters\":10,\"withPayload\":10}]");
    Ran one = letters("list", "--of-reason", "missing", "--release", "south-payments/payments");
    assertThat(one.out()).contains("missing").doesNotContain("not_in_table");
    assertThat(letters("list", "--since", "2040-01-01").err()).contains("0 dead letters");
    Ran unknown = letters("list", "--release", "south-payment/payments");
    assertThat(unknown.exit()).isEqualTo(2);
    assertThat(unknown.err()).contains("acme-payments/payments, south-payments/payments");

    String key = directory.resolve("keys").resolve("dead-letters.json").toString();
    String[] reveal = {
      "--at", "payments.v2/0/1", "--key", key, "--reason", "why", "--reveal-source-values"
    };
    assertThat(letters("show", "--at", "payments.v2/0/1").out())
        .contains("not_in_table of payment_id")
        .doesNotContain("Erika");
    assertThat(letters("show", reveal).out()).contains("Erika Mustermann");
    assertThat(Files.readString(directory.resolve("keys").resolve("dead-letters-audit.jsonl")))
        .contains("\"did\":\"show\"", "payments.v2/0/1", "\"why\":\"why\"")
        .doesNotContain("Erika");

    for (String slip : List.of("dead-letters.pub.json", "keyring.json", "../gateway.yaml")) {
      reveal[3] = directory.resolve("keys").resolve(slip).toString();
      Ran another = letters("show", reveal);
      assertThat(another.exit()).isEqualTo(1);
      assertThat(another.err()).contains(slip, "Name the dead-letters.json");
    }
    makePair("others");
    reveal[3] = directory.resolve("others").resolve("dead-letters.json").toString();
    Ran wrong = letters("show", reveal);
    assertThat(wrong.exit()).isEqualTo(3);
    assertThat(wrong.err()).contains(reveal[3], "does not open the payload");
    Ran none = replay("others", "--create-topics");
    assertThat(none.exit()).isEqualTo(3);
    assertThat(none.err()).contains("11 letters not tried", "the key does not open", reveal[3]);
    assertThat(released(SOUTH, 10)).hasSize(10);
    Files.delete(directory.resolve("others").resolve("keyring.json"));
    Ran locked = letters("show", reveal);
    assertThat(locked.exit()).isEqualTo(3);
    assertThat(locked.err())
        .contains("keyring.json is missing, which opens dead-letters.json", "from a backup")
        .doesNotContain("keys create");
  }
}
