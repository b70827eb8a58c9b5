package dev.weir.promises.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.config.problem.Problem;
import dev.weir.jobs.start.StartRefusedException;
import dev.weir.operators.registry.FakeRegistry;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.stream.Prometheus;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway's file with {@code confluent-avro} and a registry over HTTP, end to end. */
class ConfluentAvroGatewayTest {

  private static final String SUBJECT = FileGateway.SOURCE + "-value";
  private static final String OUT_SUBJECT = Payments.OUT + "-value";
  private static final String CONFLUENT = "startFrom: earliest, format: confluent-avro";
  private static final String SECRET = "s3cret-of-the-registry";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @SuppressWarnings("NullAway.Init") // before each
  private FileGateway gateway;

  @SuppressWarnings("NullAway.Init") // before each
  private FakeRegistry registry;

  private int first;

  @BeforeEach
  void start() throws Exception {
    registry = FakeRegistry.start();
    first = registry.put(SUBJECT, AvroWriters.FIRST);
    gateway = FileGateway.in(directory);
    gateway.write(kafka(""), CONFLUENT, "");
  }

  @AfterEach
  void stop() throws IOException {
    gateway.close();
    registry.close();
  }

  private String kafka(String properties) {
    return "  schemaRegistry: {url: \"" + registry.url() + "\", properties: {" + properties + "}}";
  }

  @Test
  void compatibleWriter_isResolved_breakingOneIsDeadLettered_andTheJobGoesOn() throws Exception {
    JobID job = gateway.start();
    assertThat(registry.subjects()).isEqualTo(Set.of(SUBJECT, OUT_SUBJECT));
    gateway.put(AvroWriters.payments(AvroWriters.FIRST, first, 0, 3));
    assertThat(gateway.read(Payments.OUT, 3)).hasSize(3);
    int compatible = registry.put(SUBJECT, AvroWriters.COMPATIBLE);
    int breaking = registry.put(SUBJECT, AvroWriters.BREAKING);
    gateway.put(AvroWriters.payments(AvroWriters.BREAKING, breaking, 100, 2));
    gateway.put(AvroWriters.payments(AvroWriters.FIRST, 4711, 200, 1));
    gateway.put(List.of("no wire format".getBytes(StandardCharsets.UTF_8)));
    gateway.put(AvroWriters.payments(AvroWriters.COMPATIBLE, compatible, 3, 3));
    assertReleased(gateway.read(Payments.OUT, 6));
    assertThat(gateway.reasons(4))
        .containsExactly("schema amount", "schema amount", "schema null", "malformed null");
    assertThat(gateway.cluster().status(job)).isEqualTo(JobStatus.RUNNING);
  }

  /** By Avro's own reader, with the schema that the registry has of the id in the record. */
  private void assertReleased(List<ConsumerRecord<byte[], byte[]>> records) throws IOException {
    List<String> seen = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : records) {
      ByteBuffer value = ByteBuffer.wrap(record.value());
      assertThat(value.get()).isZero();
      GenericRecord payment = AvroWriters.read(registry.schema(value.getInt()), value);
      assertThat(payment.getSchema().getFields())
          .extracting(field -> field.name())
          .containsExactly("payment_id", "customer_id", "amount");
      assertThat(payment.get("customer_id").toString())
          .hasSizeGreaterThan(20)
          .doesNotContain("Erika");
      seen.add(payment.get("payment_id") + " " + payment.get("amount"));
    }
    assertThat(seen).containsExactly("P0 0.5", "P1 1.5", "P2 2.5", "P3 3.0", "P4 4.0", "P5 5.0");
  }

  @Test
  void crowdsOfAvroRecords_leaveAsAvro_inTheSchemaOfTheRegistry() throws Exception {
    Path product = directory.resolve("product.yaml");
    String amount = "amount, logicalType: number, required: true, customProperties: [{property: ";
    String roles = Files.readString(product);
    Files.writeString(
        product,
        roles.replace(
            amount + "privacyRole, value: public",
            amount + "privacyRole, value: quasi-identifier"));
    Path agreement = directory.resolve("acme.yaml");
    Files.writeString(
        agreement,
        Files.readString(agreement)
            .replace("kind: records", "kind: cohorts\n    k: 5\n    hold: PT1S")
            .replace("{tokenize: deterministic}", "tokenize")
            .replace("amount:      keep", "amount: {generalize: {step: 10}}"));
    JobID unused = gateway.start();
    gateway.put(AvroWriters.ofCustomers(AvroWriters.FIRST, first, 5));
    Set<String> seen = new TreeSet<>();
    for (ConsumerRecord<byte[], byte[]> record : gateway.read(Payments.OUT, 5)) {
      ByteBuffer value = ByteBuffer.wrap(record.value());
      assertThat(value.get()).isZero();
      GenericRecord row = AvroWriters.read(registry.schema(value.getInt()), value);
      assertThat(new String(record.key(), StandardCharsets.UTF_8))
          .isEqualTo(row.get("customer_id").toString());
      seen.add(row.get("payment_id") + " " + row.get("amount"));
    }
    String box = " {\"from\": 0.0, \"to\": 10.0}";
    assertThat(seen).containsExactly("P0" + box, "P1" + box, "P2" + box, "P3" + box, "P4" + box);
  }

  @Test
  void registryThatGoesAway_holdsTheFlow_andNothingIsLostWhenItIsBack() throws Exception {
    JobID job = gateway.start();
    gateway.put(AvroWriters.payments(AvroWriters.FIRST, first, 0, 3));
    assertThat(gateway.read(Payments.OUT, 3)).hasSize(3);
    int next = registry.put(SUBJECT, AvroWriters.COMPATIBLE);
    registry.goAway();
    gateway.put(AvroWriters.payments(AvroWriters.COMPATIBLE, next, 3, 3));
    URI exceptions = URI.create(gateway.cluster().webPage() + "/jobs/" + job + "/exceptions");
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(Prometheus.get(exceptions))
                    .contains("/schemas/ids/" + next + " failed (no connection)"));
    assertThat(gateway.cluster().status(job).isTerminalState()).isFalse();
    assertThat(gateway.read(Payments.OUT, 3)).hasSize(3);
    assertThat(gateway.read(Payments.DEAD_LETTERS, 0)).isEmpty();
    registry.comeBack();
    assertReleased(gateway.read(Payments.OUT, 6));
    assertThat(gateway.read(Payments.DEAD_LETTERS, 0)).isEmpty();
  }

  @Test
  void passwordByReference_isUsed_andAWrongOneIsToldWithoutIt() throws Exception {
    registry.user = "weir:" + SECRET;
    gateway.write(kafka("basic.auth.user.info: {file: registry-user}"), CONFLUENT, "");
    Files.writeString(directory.resolve("registry-user"), "weir:" + SECRET + "-not\n");
    Problem wrong = refused();
    assertThat(wrong.toString())
        .contains("401", "credentials", "kafka.schemaRegistry", "gateway.yaml:8:")
        .doesNotContain(SECRET);
    assertThat(gateway.topics()).containsExactly(FileGateway.SOURCE);
    Files.writeString(directory.resolve("registry-user"), "weir:" + SECRET + "\n");
    assertThat(gateway.planned().graph().getJobName()).isEqualTo("weir eu");
    Files.delete(directory.resolve("registry-user"));
    assertThat(refused().toString()).contains("registry-user cannot be read");
  }

  @Test
  void registryThatRefusesASchema_isToldAtTheRelease_andNoTopicIsMade() throws Exception {
    registry.put(OUT_SUBJECT, AvroWriters.BREAKING);
    Problem refusal = refused();
    assertThat(refusal.toString())
        .contains("acme.yaml:15:5", "releases[0].topic", "schema-registry", "409", "compatib");
    assertThat(gateway.topics()).containsExactly(FileGateway.SOURCE);
  }

  @Test
  void registryThatIsAway_orIsNone_isToldBeforeTheStart() throws Exception {
    registry.answerEverythingWith("<html>");
    assertThat(refused().toString()).contains("gateway.yaml:8:", "no JSON object");
    registry.answerEverythingWith("{}");
    assertThat(refused().toString()).contains("Avro does not take the schema of card-payments");
    registry.goAway();
    assertThat(refused().toString()).contains("no connection", "that the registry runs");
    assertThat(gateway.topics()).containsExactly(FileGateway.SOURCE);
  }

  private Problem refused() {
    List<Problem> problems =
        assertThatThrownBy(gateway::planned)
            .asInstanceOf(InstanceOfAssertFactories.type(StartRefusedException.class))
            .actual()
            .problems();
    assertThat(problems).hasSize(1);
    return problems.get(0);
  }
}
