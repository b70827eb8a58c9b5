package dev.weir.promises.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.jobs.file.FileRun;
import dev.weir.jobs.file.RunFiles;
import dev.weir.jobs.file.Summary;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.local.process.LoopbackPort;
import dev.weir.operators.file.InputException;
import dev.weir.operators.format.AvroRecordFormat;
import dev.weir.operators.format.JsonRecordFormat;
import dev.weir.operators.format.RecordLimits;
import dev.weir.operators.registry.FakeRegistry;
import dev.weir.operators.stage.JobStoppedException;
import dev.weir.operators.stage.RecordFormat;
import dev.weir.plan.JobPlan;
import dev.weir.promises.stream.Faults;
import dev.weir.promises.stream.GatewayUnderTest;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.stream.Prometheus;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.util.ExceptionUtils;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Promise 7: nothing of the source, and no name that nobody declares, is seen anywhere beside. */
class SidewaysLeakTest {

  private static final Instant AS_OF = Instant.parse("2026-11-25T10:00:00Z");
  private static final Signs SECRET = Signs.secret(Long.toString(Topics.TIMESTAMP));
  private static final Signs ANY = Signs.any(Long.toString(Topics.TIMESTAMP));

  private final Path directory;
  private JobPlan plan;
  private final Map<String, String> seen = new LinkedHashMap<>();

  @SuppressWarnings("NullAway.Init") // set before each test
  private Logs logs;

  SidewaysLeakTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    this.plan = Shared.plan(directory);
  }

  @BeforeEach
  void readLogs() {
    Defect.NOW.set(false);
    logs = Logs.read(ANY);
  }

  @AfterEach
  void stopReading() {
    logs.close();
  }

  @Test
  void planAndWhatIsPublished_holdNothingOfTheContractsTexts() {
    seen.put("plan", Shared.printed(plan));
    assertThat(seen.get("plan")).contains("acme.payments.v1", "payment_id", "tokenize");
    assertNothingSeen();
  }

  @Test
  void stream_ofJson_showsNothing() throws Exception {
    List<byte[]> records =
        JsonPayments.all().stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    RecordFormat format = new JsonRecordFormat(RecordLimits.DEFAULT);
    stream(format, records, 3, JsonPayments.BAD.size() + 1);
    JsonPayments.BAD.forEach(bad -> assertThat(seen.get("dead letters")).contains(bad.reason()));
    assertThat(seen.get("dead letters")).contains("out_of_range");
  }

  /** The keys' topic too: it holds names and wrapped keys of subjects. */
  @Test
  void stream_withTokensThatStateRemembers_showsNothing() throws Exception {
    plan = Shared.remembering(directory);
    List<byte[]> records =
        JsonPayments.all().stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    stream(new JsonRecordFormat(RecordLimits.DEFAULT), records, 3, JsonPayments.BAD.size() + 1);
    assertThat(seen.get("subject keys")).isNotEmpty();
  }

  @Test
  void stream_ofAvro_showsNothing() throws Exception {
    String schema = Shared.text("payment.avsc");
    List<byte[]> records = new AvroPayments().all();
    stream(AvroRecordFormat.bare(schema, RecordLimits.DEFAULT), records, 1, 4);
    assertThat(seen.get("dead letters")).contains("malformed", "not_in_table", "no_subject");
  }

  /** Credentials of the registry are signs too. */
  @Test
  void stream_ofConfluentAvro_showsNothing() throws Exception {
    try (FakeRegistry registry = FakeRegistry.start()) {
      registry.user = "zq7xk:zq7xk-password";
      stream(WireRecords.format(registry, plan), WireRecords.all(registry), 1, 7);
      assertThat(registry.requests).anyMatch(request -> request.contains("/schemas/ids/4711"));
    }
    assertThat(seen.get("dead letters"))
        .contains("\"schema\",\"field\":\"country\"", "\"schema\",\"plan\"", "malformed");
  }

  /** Runs, is interrupted, goes on, and ends with a defect that says what the record holds. */
  private void stream(RecordFormat format, List<byte[]> records, int released, int dead)
      throws Exception {
    int port = LoopbackPort.free();
    try (GatewayUnderTest gateway =
        GatewayUnderTest.create(
            directory, plan, new Defect(new Faults(format)), 1, 2, Prometheus.on(port))) {
      JobID job = gateway.start(2, ResumeChoice.automatic());
      gateway.awaitRunning(job);
      Faults.afterRecords(1);
      Topics.feed(gateway, records);
      releases(gateway, released);
      deadLetters(gateway, dead);
      if (plan.products().get(0).erases()) {
        subjectKeys(gateway);
      }
      pages(gateway, job, port);
      Defect.NOW.set(true);
      Topics.feed(gateway, records);
      failure(gateway.cluster.result(job).get(1, TimeUnit.MINUTES));
      pages(gateway, job, port);
      settings(gateway);
    }
    assertThat(logs.loggers()).anyMatch(name -> name.startsWith("org.apache.kafka"));
    assertThat(logs.loggers()).anyMatch(name -> name.startsWith("org.apache.flink"));
    assertNothingSeen();
  }

  /** The kept value is here, and nothing else of the source. */
  private void releases(GatewayUnderTest gateway, int released) {
    List<ConsumerRecord<byte[], byte[]>> out = Topics.read(gateway, Shared.OUT, released);
    assertThat(out).hasSize(released);
    for (ConsumerRecord<byte[], byte[]> record : out) {
      assertThat(Topics.value(record)).contains(Signs.KEPT);
      assertThat(SECRET.in(Topics.value(record))).isEmpty();
      seen.merge("around releases", Topics.around(record), String::concat);
    }
  }

  /** One subject has them all. */
  private void subjectKeys(GatewayUnderTest gateway) {
    List<ConsumerRecord<byte[], byte[]>> keys = Topics.read(gateway, Shared.SUBJECT_KEYS, 1);
    assertThat(keys).hasSize(1);
    keys.forEach(key -> seen.put("subject keys", Topics.around(key) + Topics.value(key)));
  }

  private void deadLetters(GatewayUnderTest gateway, int dead) {
    List<ConsumerRecord<byte[], byte[]>> letters = Topics.read(gateway, Shared.DEAD_LETTERS, dead);
    assertThat(letters).hasSize(dead).allSatisfy(letter -> assertThat(letter.key()).isNull());
    for (ConsumerRecord<byte[], byte[]> letter : letters) {
      seen.merge("dead letters", Topics.around(letter) + Topics.value(letter), String::concat);
    }
  }

  /** What Prometheus reads and what Flink's page shows. */
  private void pages(GatewayUnderTest gateway, JobID job, int port) throws Exception {
    seen.merge("metrics", Prometheus.page(port), String::concat);
    assertThat(seen.get("metrics")).contains("agreement=\"acme-payments\"");
    String page = gateway.cluster.webPage() + "/jobs/" + job;
    for (String part : List.of("", "/exceptions", "/config", "/accumulators", "/plan")) {
      String text = Prometheus.get(URI.create(page + part));
      assertThat(text).startsWith("{");
      seen.merge("page" + part, text, String::concat);
    }
    assertThat(seen.get("page/exceptions")).contains("the fault that was asked for");
  }

  private void failure(JobResult result) {
    Throwable failure = result.getSerializedThrowable().orElseThrow();
    ClassLoader classes = SidewaysLeakTest.class.getClassLoader();
    JobStoppedException stopped =
        ExceptionUtils.findSerializedThrowable(failure, JobStoppedException.class, classes)
            .orElseThrow();
    assertThat(stopped.kind()).isEqualTo(JobStoppedException.Kind.DEFECT);
    seen.put("failure", ExceptionUtils.stringifyException(failure));
    seen.put("stopped", ExceptionUtils.stringifyException(stopped));
  }

  private void settings(GatewayUnderTest gateway) throws Exception {
    seen.put("settings", gateway.gateway(2, 1) + " " + plan);
    seen.put("broker", Topics.administered(gateway));
    assertThat(seen.get("broker")).contains(Shared.OUT, "weir-eu");
  }

  @Test
  void runOverFiles_showsNothing() throws IOException {
    Path lines = Files.write(directory.resolve("in.jsonl"), JsonPayments.all());
    Path avro = directory.resolve("in.avro");
    new AvroPayments().write(avro, 2);
    Path csv = Files.write(directory.resolve("in.csv"), List.of(CSV_HEADER, CSV_ROW, "zq7xk\"zq"));
    run(lines, 3);
    run(avro, 2);
    run(csv, 1);
    assertThat(seen.get("dead-letters.jsonl")).contains("wrong_type", "not_in_table");
    assertThat(seen.get("summary.json")).contains("\"outside_jurisdiction\"");
    assertNothingSeen();
  }

  private static final String CSV_HEADER =
      "payment_id,customer_id,email,shop,country,occurred_at,zq7xk";
  private static final String CSV_ROW =
      "kw9vj-1,zq7xk,zq7xk@example.com,zq7xk-shop,DE,2026-06-01T08:00:00Z,zq7xk";

  private void run(Path input, int released) throws IOException {
    Path output = directory.resolve("out-" + input.getFileName());
    Summary summary =
        FileRun.run(
            plan,
            new RunFiles(List.of(input), output),
            Payments.keys(directory.resolve("keys-" + input.getFileName())),
            AS_OF,
            read -> {});
    seen.merge("summary", summary.toString(), String::concat);
    try (Stream<Path> files = Files.list(output)) {
      for (Path file : files.toList()) {
        file(file, released);
      }
    }
  }

  private void file(Path file, int released) throws IOException {
    String name = file.getFileName().toString();
    if (!name.startsWith(Shared.OUT + ".jsonl")) {
      seen.merge(name, Files.readString(file), String::concat);
      return;
    }
    assertThat(Files.readAllLines(file)).hasSize(released).allMatch(l -> l.contains(Signs.KEPT));
    assertThat(SECRET.in(Files.readString(file))).isEmpty();
  }

  @Test
  void filesThatCannotBeRead_areToldWithoutWhatTheyHold() throws IOException {
    Path truncated = directory.resolve("in.avro");
    new AvroPayments().write(truncated, 200);
    byte[] bytes = Files.readAllBytes(truncated);
    Files.write(truncated, Arrays.copyOf(bytes, bytes.length - 40));
    Path twice = Files.writeString(directory.resolve("in.csv"), "zq7xk,zq7xk\n1,2\n");
    for (Path file : List.of(truncated, twice)) {
      assertThatThrownBy(() -> run(file, 0))
          .isInstanceOfSatisfying(
              InputException.class,
              refused -> seen.put(file.toString(), ExceptionUtils.stringifyException(refused)));
    }
    assertThat(seen).hasSize(2);
    assertNothingSeen();
  }

  /** The suite looks: whatever is said, in whatever form, by whichever logger, is found. */
  @Test
  void whatIsSaid_isFound() {
    LoggerFactory.getLogger("org.apache.kafka.any").debug("said {}", Signs.TEXT);
    LoggerFactory.getLogger("any.other").debug("thrown", new IOException(Signs.NUMBER));
    assertThat(logs.leaks()).hasSize(2);
    byte[] bytes = ("a" + Signs.TEXT + "b").getBytes(StandardCharsets.UTF_8);
    for (String form :
        List.of(
            "ZQ7XK",
            HexFormat.of().withUpperCase().formatHex(bytes),
            Arrays.toString(bytes),
            Base64.getEncoder().encodeToString(bytes),
            Base64.getUrlEncoder()
                .encodeToString(("ab" + Signs.TEXT).getBytes(StandardCharsets.UTF_8)),
            Base64.getEncoder()
                .encodeToString((Signs.TEXT + "ab").getBytes(StandardCharsets.UTF_8)))) {
      assertThat(SECRET.in("before " + form + " after")).as(form).isNotEmpty();
    }
    assertThat(SECRET.in(Signs.KEPT)).isEmpty();
    assertThat(ANY.in(Signs.KEPT)).isNotEmpty();
  }

  private void assertNothingSeen() {
    Map<String, List<String>> leaks =
        seen.entrySet().stream()
            .filter(place -> !ANY.in(place.getValue()).isEmpty())
            .collect(Collectors.toMap(Map.Entry::getKey, place -> ANY.in(place.getValue())));
    assertThat(leaks).isEmpty();
    assertThat(logs.leaks()).isEmpty();
  }
}
