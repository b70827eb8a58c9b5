package dev.weir.promises.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.local.broker.EmbeddedBroker;
import dev.weir.local.process.LoopbackPort;
import dev.weir.promises.stream.Payments;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code weir start} ends: with which exit code, and with which words. */
class StartCommandTest {

  private static final String JSON_SOURCE = "startFrom: earliest, format: json";
  private static final byte[] BAD = "not a payment at all".getBytes(StandardCharsets.UTF_8);
  private static final Pattern SAVEPOINT = Pattern.compile("from the savepoint (\\S+)");

  /** 128 and the number of SIGTERM, as Java ends on it. */
  private static final int TERMINATED = 143;

  private final Path directory;

  StartCommandTest(@TempDir Path directory) {
    this.directory = directory;
  }

  private static List<byte[]> payments(long from, long to) {
    return LongStream.range(from, to)
        .mapToObj(number -> Payments.json(number).getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static List<Long> released(FileGateway gateway, int expected) {
    return gateway.read(Payments.OUT, expected).stream()
        .map(record -> Payments.number(record.value()))
        .toList();
  }

  @Test
  void sigterm_stopsWithASavepoint_thatTheNextStartGoesOnFrom() throws Exception {
    try (FileGateway gateway = FileGateway.in(directory)) {
      Path file = gateway.write("", JSON_SOURCE, "");
      gateway.put(payments(0, 5));
      String savepoint = stopped(gateway, file, 5);
      assertThat(Path.of(URI.create(savepoint)).resolve("_metadata")).isRegularFile();
      gateway.put(payments(5, 8));
      try (StartProcess second = StartProcess.of(file)) {
        second.await("It goes on from " + savepoint);
        assertThat(released(gateway, 8)).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L);
      }
    }
  }

  /** Where to go on from, as the process said it. */
  private static String stopped(FileGateway gateway, Path file, int records) throws Exception {
    try (StartProcess first = StartProcess.of(file, "--create-topics")) {
      first.await("Flink's page:");
      assertThat(released(gateway, records)).hasSize(records);
      first.terminate();
      assertThat(first.exit()).as(first.said()).isEqualTo(TERMINATED);
      Matcher where = SAVEPOINT.matcher(first.said());
      assertThat(where.find()).as(first.said()).isTrue();
      return where.group(1);
    }
  }

  /** The thread that waits for the job has all the time there is to say it too. */
  @Test
  void sigterm_saysOneWayToGoOn_howeverLongTheProcessLingers() throws Exception {
    try (FileGateway gateway = FileGateway.in(directory)) {
      Path file = gateway.write("", JSON_SOURCE, "");
      gateway.put(payments(0, 5));
      try (StartProcess start = StartProcess.lingering(file, "--create-topics")) {
        start.await("Flink's page:");
        assertThat(released(gateway, 5)).hasSize(5);
        start.terminate();
        assertThat(start.exit()).as(start.said()).isEqualTo(TERMINATED);
        assertThat(start.said()).containsOnlyOnce("A start goes on from");
        assertThat(SAVEPOINT.matcher(start.said()).find()).as(start.said()).isTrue();
      }
    }
  }

  @Test
  void tooManyDeadLetters_areARefusal_andItSaysHowToGoOn() throws Exception {
    try (FileGateway gateway = FileGateway.in(directory)) {
      Path file = gateway.write("", JSON_SOURCE, "deadLetters: {maxShare: 0.05}");
      gateway.put(payments(0, 940));
      gateway.put(Collections.nCopies(60, BAD));
      try (StartProcess start = StartProcess.of(file, "--create-topics")) {
        assertThat(start.exit()).as(start.said()).isEqualTo(4);
        assertThat(start.said())
            .contains("60 of the last 1000 records were dead-lettered", "malformed 60")
            .contains("a start goes on from the last checkpoint", "deadLetters.maxShare")
            .doesNotContain("\tat ", "not a payment");
      }
    }
  }

  @Test
  void registryThatIsAway_endsTheStart_andIsNamed() throws Exception {
    try (FileGateway gateway = FileGateway.in(directory)) {
      String url = "http://127.0.0.1:" + LoopbackPort.free();
      Path file =
          gateway.write(
              "  schemaRegistry: {url: \"" + url + "\"}",
              "startFrom: earliest, format: confluent-avro",
              "");
      try (StartProcess start = StartProcess.of(file, "--create-topics")) {
        assertThat(start.exit()).as(start.said()).isEqualTo(3);
        assertThat(start.said().lines())
            .singleElement()
            .asString()
            .contains("gateway.yaml:8:", "kafka.schemaRegistry", "[schema-registry]")
            .contains("no connection", "that the registry runs");
      }
      assertThat(gateway.topics()).containsExactly(FileGateway.SOURCE);
    }
  }

  private static String login(String user, String password) {
    return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\""
        + user
        + "\" password=\""
        + password
        + "\"";
  }

  private static EmbeddedBroker brokerThatAsksForAPassword(Path logs) throws IOException {
    return EmbeddedBroker.in(
        logs,
        Map.of(
            "listener.security.protocol.map",
            "PLAINTEXT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
            "sasl.enabled.mechanisms",
            "PLAIN",
            "sasl.mechanism.inter.broker.protocol",
            "PLAIN",
            "listener.name.plaintext.plain.sasl.jaas.config",
            login("broker", "between brokers")
                + " user_broker=\"between brokers\" user_weir=\"correct horse\";"));
  }

  @Test
  void wrongPassword_isTheEnvironmentsFault_andIsNotShown() throws Exception {
    EmbeddedBroker broker = brokerThatAsksForAPassword(directory.resolve("broker"));
    try (FileGateway gateway = FileGateway.over(broker, directory)) {
      Path file =
          gateway.write(
              "  properties:\n"
                  + "    security.protocol: SASL_PLAINTEXT\n"
                  + "    sasl.mechanism: PLAIN\n"
                  + "    sasl.jaas.config: {file: jaas}",
              JSON_SOURCE,
              "");
      Files.writeString(directory.resolve("jaas"), login("weir", "hunter2") + ";");
      String refused = refused(file);
      assertThat(refused.lines()).singleElement().asString().contains("[kafka-refuses]");
      assertThat(refused)
          .contains("gateway.yaml:8:", "kafka.properties", "does not accept who asks")
          .contains("Check user, password")
          .doesNotContain("hunter2", "\tat ");
      Files.writeString(directory.resolve("jaas"), login("weir", "correct horse") + ";");
      assertThat(refused(file)).contains("[source-topic]").doesNotContain("[kafka-refuses]");
    }
  }

  private static String refused(Path file) throws Exception {
    try (StartProcess start = StartProcess.of(file)) {
      assertThat(start.exit()).as(start.said()).isEqualTo(3);
      return start.said();
    }
  }

  /** Honest in that it is what a defect is: one class of the build that does not do its work. */
  @Test
  void brokenBuild_isToldAsADefect_withoutWhatItsFailureSays() throws Exception {
    try (FileGateway gateway = FileGateway.in(directory)) {
      Path file = gateway.write("", JSON_SOURCE, "");
      String payment = BrokenBuild.failingOn(Payments.json(0));
      gateway.put(List.of(payment.getBytes(StandardCharsets.UTF_8)));
      Path broken = BrokenBuild.in(directory.resolve("broken"));
      String classPath = broken + File.pathSeparator + System.getProperty("java.class.path");
      try (StartProcess start = StartProcess.on(classPath, file, "--create-topics")) {
        assertThat(start.exit()).as(start.said()).isEqualTo(70);
        assertThat(start.said())
            .contains("This is a defect of Weir", "weir.log")
            .doesNotContain("SECRET", "\tat ");
      }
      assertThat(gateway.read(Payments.OUT, 0)).isEmpty();
    }
  }
}
