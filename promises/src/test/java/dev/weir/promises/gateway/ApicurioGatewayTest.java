package dev.weir.promises.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.jobs.start.StartRefusedException;
import dev.weir.promises.stream.Payments;
import dev.weir.promises.stream.Prometheus;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schemas that change over time, in a registry that others wrote: Apicurio. */
class ApicurioGatewayTest {

  private static final String SUBJECT = FileGateway.SOURCE + "-value";
  private static final String OUT_SUBJECT = Payments.OUT + "-value";
  private static final String CONFLUENT = "startFrom: earliest, format: confluent-avro";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @SuppressWarnings("NullAway.Init") // before each
  private FileGateway gateway;

  @SuppressWarnings("NullAway.Init") // before each
  private ApicurioRegistry registry;

  private int first;

  @BeforeEach
  void start() throws Exception {
    registry = ApicurioRegistry.start(directory);
    first = registry.put(SUBJECT, AvroWriters.FIRST);
    gateway = FileGateway.in(directory);
    gateway.write("  schemaRegistry: {url: \"" + registry.url() + "\"}", CONFLUENT, "");
  }

  @AfterEach
  void stop() throws IOException {
    gateway.close();
    registry.close();
  }

  @Test
  void writersOfEachVersion_areReadAsTheFirst_andABreakingOneIsDeadLettered() throws Exception {
    JobID job = gateway.start();
    assertThat(registry.subjects()).containsExactlyInAnyOrder(SUBJECT, OUT_SUBJECT);
    registry.compatibility(SUBJECT, "FORWARD");
    int compatible = registry.put(SUBJECT, AvroWriters.COMPATIBLE);
    assertThat(registry.takes(SUBJECT, AvroWriters.BREAKING)).isFalse();
    registry.compatibility(SUBJECT, "NONE");
    registry.put("note", AvroWriters.NOTE);
    ApicurioRegistry.Reference note = new ApicurioRegistry.Reference("shop.Note", "note", 1);
    int referring = registry.put(SUBJECT, AvroWriters.REFERRING, note);
    int breaking = registry.put(SUBJECT, AvroWriters.BREAKING);
    gateway.put(AvroWriters.payments(AvroWriters.FIRST, first, 0, 2));
    gateway.put(AvroWriters.payments(AvroWriters.BREAKING, breaking, 100, 2));
    gateway.put(AvroWriters.payments(AvroWriters.COMPATIBLE, compatible, 2, 2));
    gateway.put(AvroWriters.payments(AvroWriters.FIRST, 4711, 200, 1));
    gateway.put(AvroWriters.payments(AvroWriters.REFERRING, referring, 4, 2));
    assertThat(released(6))
        .containsExactly("P0 0.5", "P1 1.5", "P2 2.0", "P3 3.0", "P4 4.5", "P5 5.5");
    assertThat(gateway.reasons(3)).containsExactly("schema amount", "schema amount", "schema null");
    assertThat(gateway.cluster().status(job)).isEqualTo(JobStatus.RUNNING);
  }

  @Test
  void registryThatIsKilled_holdsTheFlow_andNothingIsLostWhenItIsBack() throws Exception {
    JobID job = gateway.start();
    gateway.put(AvroWriters.payments(AvroWriters.FIRST, first, 0, 3));
    assertThat(released(3)).hasSize(3);
    int next = registry.put(SUBJECT, AvroWriters.COMPATIBLE);
    registry.kill();
    gateway.put(AvroWriters.payments(AvroWriters.COMPATIBLE, next, 3, 3));
    URI exceptions = URI.create(gateway.cluster().webPage() + "/jobs/" + job + "/exceptions");
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .untilAsserted(
            () ->
                assertThat(Prometheus.get(exceptions))
                    .contains("/schemas/ids/" + next + " failed (no connection)"));
    assertThat(gateway.cluster().status(job).isTerminalState()).isFalse();
    registry.comeBack();
    assertThat(released(6))
        .containsExactly("P0 0.5", "P1 1.5", "P2 2.5", "P3 3.0", "P4 4.0", "P5 5.0");
    assertThat(gateway.read(Payments.DEAD_LETTERS, 0)).isEmpty();
  }

  @Test
  void releaseThatTheRegistryHoldsIncompatible_isRefusedBeforeATopicIsMade() throws Exception {
    registry.put(OUT_SUBJECT, AvroWriters.BREAKING);
    registry.compatibility(OUT_SUBJECT, "BACKWARD");
    assertThatThrownBy(gateway::planned)
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("schema-registry")
        .hasMessageContaining("409");
    assertThat(gateway.topics()).containsExactly(FileGateway.SOURCE);
  }

  /** By Avro's own reader, with the schema that the registry has of the id in the record. */
  private List<String> released(int expected) throws Exception {
    List<String> seen = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : gateway.read(Payments.OUT, expected)) {
      ByteBuffer value = ByteBuffer.wrap(record.value());
      assertThat(value.get()).isZero();
      GenericRecord payment = AvroWriters.read(registry.schema(value.getInt()), value);
      assertThat(payment.get("customer_id").toString()).doesNotContain("Erika");
      seen.add(payment.get("payment_id") + " " + payment.get("amount"));
    }
    return seen;
  }
}
