package dev.weir.promises.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.hybrid.HybridConfig;
import dev.weir.config.problem.Problem;
import dev.weir.jobs.start.StartRefusedException;
import dev.weir.operators.stage.JobStoppedException;
import dev.weir.promises.stream.Payments;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.api.common.JobID;
import org.apache.flink.util.ExceptionUtils;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terms of a gateway's file, each from the file to what it does. */
class GatewayTermsTest {

  private static final String JSON_SOURCE = "startFrom: earliest, format: json";
  private static final byte[] BAD = "not a payment at all".getBytes(StandardCharsets.UTF_8);

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path directory;

  @SuppressWarnings("NullAway.Init") // before each
  private FileGateway gateway;

  @BeforeEach
  void start() throws Exception {
    gateway = FileGateway.in(directory);
  }

  @AfterEach
  void stop() throws Exception {
    gateway.close();
  }

  private static List<byte[]> payments(long from, long to) {
    return LongStream.range(from, to)
        .mapToObj(number -> Payments.json(number).getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private List<Long> released(int expected) {
    return gateway.read(Payments.OUT, expected).stream()
        .map(record -> Payments.number(record.value()))
        .toList();
  }

  @Test
  void avroWithASchemaFile_isReadAndWrittenBare() throws Exception {
    Files.writeString(directory.resolve("payment.avsc"), AvroWriters.FIRST);
    gateway.write("", "startFrom: earliest, format: avro, schema: payment.avsc", "");
    gateway.start();
    List<byte[]> values = new ArrayList<>(AvroWriters.payments(AvroWriters.FIRST, 0, 2));
    values.add(new byte[] {2});
    gateway.put(values);
    String written = AvroWriters.FIRST.replaceFirst(",\\{\"name\":\"occurred_at\".*", "]}");
    List<String> seen = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> record : gateway.read(Payments.OUT, 2)) {
      GenericRecord payment = AvroWriters.read(written, ByteBuffer.wrap(record.value()));
      seen.add(payment.get("payment_id") + " " + payment.get("amount"));
    }
    assertThat(seen).containsExactly("P0 0.5", "P1 1.5");
    assertThat(gateway.read(Payments.DEAD_LETTERS, 1)).hasSize(1);
  }

  @Test
  void schemaFileThatLacksAField_isRefused_atItsKey() throws Exception {
    Files.writeString(
        directory.resolve("payment.avsc"), AvroWriters.FIRST.replace("amount", "amonut"));
    gateway.write("", "startFrom: earliest, format: avro, schema: payment.avsc", "");
    assertThatThrownBy(gateway::planned)
        .hasMessageContaining("gateway.yaml:10:")
        .hasMessageContaining("sources.card-payments.schema")
        .hasMessageContaining("amount");
  }

  @Test
  void publicKey_sealsTheRecord_forPlainTinkToOpen_andRetentionIsSet() throws Exception {
    HybridConfig.register();
    KeysetHandle pair =
        KeysetHandle.generateNew(
            KeyTemplates.get("DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_128_GCM"));
    Files.writeString(
        directory.resolve("dead.pub.json"),
        TinkJsonProtoKeysetFormat.serializeKeysetWithoutSecret(pair.getPublicKeysetHandle()));
    gateway.write("", JSON_SOURCE, "deadLetters: {publicKey: dead.pub.json, retention: P3D}");
    gateway.start();
    gateway.put(List.of(BAD));
    JsonNode letter =
        new ObjectMapper().readTree(gateway.read(Payments.DEAD_LETTERS, 1).get(0).value());
    HybridDecrypt owner = pair.getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class);
    byte[] context = "weir/1\ndead-letter\npayments.v2\n0\n0".getBytes(StandardCharsets.UTF_8);
    byte[] payload = Base64.getDecoder().decode(letter.get("payload").asText());
    assertThat(owner.decrypt(payload, context)).isEqualTo(BAD);
    assertThat(gateway.setting(Payments.DEAD_LETTERS, "retention.ms"))
        .isEqualTo(String.valueOf(Duration.ofDays(3).toMillis()));
    assertThat(gateway.setting(Payments.OUT, "retention.ms"))
        .isEqualTo(String.valueOf(Duration.ofDays(90).toMillis()));
  }

  @Test
  void publicKeyThatSealsNothing_isRefusedAtTheStart() throws Exception {
    HybridConfig.register();
    KeysetHandle pair =
        KeysetHandle.generateNew(
            KeyTemplates.get("DHKEM_X25519_HKDF_SHA256_HKDF_SHA256_AES_128_GCM"));
    String secret = TinkJsonProtoKeysetFormat.serializeKeyset(pair, InsecureSecretKeyAccess.get());
    Files.writeString(directory.resolve("dead.pub.json"), secret);
    gateway.write("", JSON_SOURCE, "deadLetters: {publicKey: dead.pub.json}");
    assertThat(refused())
        .singleElement()
        .asString()
        .contains("gateway.yaml:12:", "deadLetters.publicKey", "[key]", "not a public");
  }

  @Test
  void maxShare_endsTheJob() throws Exception {
    gateway.write("", JSON_SOURCE, "deadLetters: {maxShare: 0.05}");
    JobID job = gateway.start();
    gateway.put(payments(0, 940));
    gateway.put(Collections.nCopies(60, BAD));
    Throwable failure =
        gateway
            .cluster()
            .result(job)
            .get(1, TimeUnit.MINUTES)
            .getSerializedThrowable()
            .orElseThrow();
    assertThat(
            ExceptionUtils.findSerializedThrowable(
                failure, JobStoppedException.class, getClass().getClassLoader()))
        .hasValueSatisfying(
            stopped ->
                assertThat(stopped.kind()).isEqualTo(JobStoppedException.Kind.DEAD_LETTER_SHARE));
  }

  @Test
  void latest_beginsAfterTheStart() throws Exception {
    gateway.put(payments(0, 5));
    gateway.write("", "startFrom: latest, format: json", "");
    gateway.start();
    gateway.put(payments(5, 8));
    assertThat(released(3)).containsExactly(5L, 6L, 7L);
  }

  @Test
  void timestamp_beginsWithTheFirstRecordFromThere() throws Exception {
    gateway.put(payments(0, 5), Instant.parse("2026-11-01T11:59:59.999Z").toEpochMilli());
    gateway.put(payments(5, 8), Instant.parse("2026-11-01T12:00:00Z").toEpochMilli());
    gateway.write("", "startFrom: {timestamp: \"2026-11-01T12:00:00Z\"}, format: json", "");
    gateway.start();
    assertThat(released(3)).containsExactly(5L, 6L, 7L);
  }

  @Test
  void secretsThatAreNotThere_areNamedAtTheirProperty_andNoBrokerIsAsked() throws Exception {
    gateway.write(
        "  properties:\n"
            + "    ssl.truststore.password: {env: WEIR_TEST_NOT_SET}\n"
            + "    ssl.keystore.password: {file: nowhere}",
        JSON_SOURCE,
        "");
    List<Problem> problems = refused();
    assertThat(problems).hasSize(2);
    assertThat(problems.get(0).toString())
        .contains("gateway.yaml:9:", "kafka.properties.ssl.truststore.password")
        .contains("WEIR_TEST_NOT_SET is not set");
    assertThat(problems.get(1).toString())
        .contains("gateway.yaml:10:", "kafka.properties.ssl.keystore.password")
        .contains("nowhere cannot be read");
  }

  @Test
  void wrongSecret_isToldWithoutIt() throws Exception {
    Files.writeString(directory.resolve("jaas"), "nonsense hunter2");
    gateway.write(
        "  properties:\n"
            + "    security.protocol: SASL_PLAINTEXT\n"
            + "    sasl.mechanism: PLAIN\n"
            + "    sasl.jaas.config: {file: jaas}",
        JSON_SOURCE,
        "");
    assertThat(refused())
        .singleElement()
        .asString()
        .contains("gateway.yaml:8:", "kafka.properties", "no Kafka client can be made")
        .doesNotContain("hunter2");
  }

  private List<Problem> refused() {
    return assertThatThrownBy(gateway::planned)
        .asInstanceOf(InstanceOfAssertFactories.type(StartRefusedException.class))
        .actual()
        .problems();
  }
}
