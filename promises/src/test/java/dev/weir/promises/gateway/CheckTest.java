package dev.weir.promises.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.weir.local.command.WeirCommand;
import dev.weir.local.terminal.Terminal;
import dev.weir.promises.stream.Payments;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code weir check} against a real broker: what it says is what a start would meet. */
class CheckTest {

  private static final String DEAD_LETTERS = "deadLetters: {retention: P14D}";
  private static final String QUARTER = Long.toString(90L * 24 * 3600 * 1000);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @SuppressWarnings("NullAway.Init") // before each
  private FileGateway gateway;

  private record Checked(int exit, String out) {
    List<JsonNode> in(String state) throws Exception {
      JsonNode findings = new JsonMapper().readTree(out).get("findings");
      return StreamSupport.stream(findings.spliterator(), false)
          .filter(finding -> finding.get("state").asText().equals(state))
          .toList();
    }
  }

  @BeforeEach
  void start() throws Exception {
    gateway = FileGateway.in(directory);
    gateway.write("", "startFrom: earliest, format: json", DEAD_LETTERS);
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
  }

  @Test
  void missingTopics_areBad_withTheCommandThatMakesThem_andNothingIsMade() throws Exception {
    Set<String> before = gateway.topics();
    Checked checked = check("--format", "json");
    assertThat(checked.exit()).as(checked.out()).isEqualTo(4);
    assertThat(checked.in("bad"))
        .extracting(bad -> bad.get("rule").asText() + " " + bad.get("subject").asText())
        .containsExactlyInAnyOrder(
            "output-topic topic " + Payments.OUT,
            "output-topic topic " + Payments.DEAD_LETTERS,
            "output-topic topic weir.progress",
            "output-topic topic acme.usage",
            "output-topic topic weir.usage.internal");
    assertThat(checked.in("bad"))
        .anySatisfy(
            bad ->
                assertThat(bad.get("command").asText())
                    .startsWith("kafka-topics.sh --bootstrap-server " + servers() + " --create")
                    .contains("--topic " + Payments.OUT + " ")
                    .contains("--config retention.ms=" + QUARTER))
        .anySatisfy(
            bad ->
                assertThat(bad.get("command").asText())
                    .contains(
                        "--topic weir.progress --partitions 1 --config cleanup.policy=compact"));
    assertThat(checked.in("good"))
        .extracting(good -> good.get("subject").asText())
        .contains("broker", "transactions", "keys", "checkpoint storage", "topic payments.v2");
    assertThat(gateway.topics()).isEqualTo(before);
  }

  @Test
  void gatewayThatAStartWouldTake_hasNothingBad() throws Exception {
    var unused = gateway.planned(); // makes the topics
    Checked checked = check("--format", "json");
    assertThat(checked.exit()).as(checked.out()).isZero();
    assertThat(checked.in("bad")).isEmpty();
    assertThat(checked.in("good"))
        .extracting(good -> good.get("message").asText())
        .contains("allows DESCRIBE, READ, WRITE", "keeps records no longer than was agreed");
  }

  @Test
  void topicThatKeepsRecordsForEver_isBad_thoughAStartTakesIt() throws Exception {
    create(Payments.OUT, Map.of("retention.ms", "-1"));
    create(Payments.DEAD_LETTERS, Map.of("retention.ms", "1000"));
    var unused = gateway.planned();
    Checked checked = check();
    assertThat(checked.exit()).isEqualTo(4);
    assertThat(checked.out())
        .containsPattern("(?m)^bad +topic acme.payments.v1 +.*for ever")
        .contains("acme.yaml:15:5 releases[0].topic: [topic-retention] Set retention.ms=" + QUARTER)
        .contains("--entity-name acme.payments.v1 --add-config retention.ms=" + QUARTER)
        .containsPattern("(?m)^\\d+ good, 1 bad, 0 unknown$");
  }

  @Test
  void stateThatWasNotHeldAgainstTheTopic_isUnknown_andNotGood() throws Exception {
    var unused = gateway.planned(); // makes the topics
    String text = Files.readString(gateway.file());
    Files.writeString(gateway.file(), text.replace("file:keys", "file:nokeys"));
    Checked checked = check("--format", "json");
    assertThat(checked.exit()).isEqualTo(4);
    assertThat(checked.in("unknown"))
        .extracting(unknown -> unknown.get("subject").asText())
        .containsExactly("state");
    assertThat(checked.in("good"))
        .extracting(good -> good.get("subject").asText())
        .contains("broker")
        .doesNotContain("state");
  }

  @Test
  void keysThatAServiceIsSaidToGuard_areAskedForThere_andNotUnderThePassphrase() throws Exception {
    var unused = gateway.planned(); // makes the topics
    String text = Files.readString(gateway.file());
    String key = "vault://127.0.0.1:1/transit/keys/weir?directory=keys";
    Files.writeString(gateway.file(), text.replace("file:keys", key));
    Checked checked = check("--format", "json");
    assertThat(checked.exit()).as(checked.out()).isEqualTo(4);
    assertThat(checked.in("bad"))
        .singleElement()
        .satisfies(
            bad ->
                assertThat(bad.get("message").asText())
                    .contains(directory.resolve("keys") + "", "is under a passphrase"));
  }

  @Test
  void keyFileThatOthersMayRead_isBad_withTheCommandThatClosesIt() throws Exception {
    var unused = gateway.planned(); // makes the topics
    Path file = directory.resolve("keys").resolve("keyring.json");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(theBad().get("command").asText()).isEqualTo("chmod 600 " + file);
  }

  /** A new keyring would not open the keys, which {@code weir keys create} knows too. */
  @Test
  void keyringThatIsGone_isToBeBroughtBack_andNotMade() throws Exception {
    var unused = gateway.planned(); // makes the topics
    Files.delete(directory.resolve("keys").resolve("keyring.json"));
    JsonNode bad = theBad();
    assertThat(bad.get("message").asText()).contains("keyring.json", "restore it from a backup");
    assertThat(bad.toString()).doesNotContain("keys create");
  }

  @Test
  void propertyThatNoClientKnows_isToBeRemoved_orIsNearAnother() throws Exception {
    var unused = gateway.planned(); // makes the topics
    String text = Files.readString(gateway.file());
    for (String property : List.of("foo.bar", "securty.protocol")) {
      String properties = "kafka:\n  properties: {" + property + ": x}\n";
      Files.writeString(gateway.file(), text.replace("kafka:\n", properties));
      String near = property.equals("foo.bar") ? "" : "Did you mean security.protocol? Else ";
      assertThat(theBad().get("mend").asText()).isEqualToIgnoringCase(near + "remove it");
    }
  }

  private JsonNode theBad() throws Exception {
    Checked checked = check("--format", "json");
    assertThat(checked.exit()).as(checked.out()).isEqualTo(4);
    assertThat(checked.in("bad")).as(checked.out()).hasSize(1);
    return checked.in("bad").get(0);
  }

  @Test
  void brokerThatDoesNotAnswer_isTheEnvironment_andTheRestIsStillTold() throws Exception {
    String text = Files.readString(gateway.file()).replace(servers(), "127.0.0.1:1");
    Files.writeString(gateway.file(), text.replace("file:keys", "file:nokeys"));
    Checked checked = check("--format", "json");
    assertThat(checked.exit()).isEqualTo(3);
    assertThat(checked.in("bad"))
        .extracting(bad -> bad.get("rule").asText())
        .containsExactlyInAnyOrder("key", "kafka-unreachable");
    assertThat(checked.in("bad"))
        .extracting(bad -> bad.get("command").asText())
        .contains(
            "weir keys create --keys " + directory.resolve("nokeys") + " --partner acme",
            "kafka-broker-api-versions.sh --bootstrap-server 127.0.0.1:1");
    assertThat(checked.in("unknown"))
        .extracting(unknown -> unknown.get("subject").asText())
        .contains("transactions", "state", "topic payments.v2", "topic " + Payments.OUT);
  }

  private String servers() {
    return gateway.broker.bootstrapServers();
  }

  private void create(String topic, Map<String, String> settings) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers()))) {
      NewTopic made = new NewTopic(topic, 1, (short) 1).configs(settings);
      admin.createTopics(List.of(made)).all().get();
    }
  }

  private Checked check(String... more) {
    StringWriter out = new StringWriter();
    PrintWriter printed = new PrintWriter(out, true);
    String[] arguments =
        Stream.concat(Stream.of("check", "--gateway", gateway.file().toString()), Stream.of(more))
            .toArray(String[]::new);
    Terminal terminal = Terminal.piped(printed, new PrintWriter(new StringWriter(), true));
    int exit = WeirCommand.run(arguments, terminal, Map.of());
    return new Checked(exit, out.toString());
  }
}
