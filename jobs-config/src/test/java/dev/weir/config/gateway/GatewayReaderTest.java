package dev.weir.config.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.config.gateway.SourceTopic.Format;
import dev.weir.config.gateway.SourceTopic.StartFrom;
import dev.weir.config.problem.Problems;
import dev.weir.config.yaml.YamlFile;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GatewayReaderTest {

  private final Problems problems = new Problems();

  private Optional<Gateway> read(String text) {
    return YamlFile.parse("g.yaml", text, problems)
        .flatMap(root -> GatewayReader.read(root, Path.of("g.yaml"), problems));
  }

  private List<String> found() {
    return problems.sorted().stream().map(p -> p.path() + " " + p.rule().id()).toList();
  }

  @Test
  void wholeGateway_isRead() {
    Gateway gateway =
        read("""
            apiVersion: weir/v1
            kind: Gateway
            id: payments-eu
            products: [products/card-payments.yaml]
            agreements: ["agreements/*.yaml"]
            prices: prices.yaml
            kafka:
              bootstrapServers: broker:9093
              properties:
                security.protocol: SSL
                max.poll.records: 500
                ssl.keystore.password: {env: KEYSTORE_PASSWORD}
              schemaRegistry: {url: "http://registry:8081/apis/ccompat/v7", properties: {}}
            sources:
              card-payments: {topic: payments.v2, startFrom: {timestamp: 2026-01-01}, format: confluent-avro}
              refunds: {topic: refunds.v1, startFrom: latest, format: avro, schema: refunds.avsc, subject: key}
            limits: {recordBytes: 2MiB}
            keys: {provider: "file:keys", passphrase: {file: /run/secrets/pass}}
            deadLetters: {publicKey: dl.pub.json, retention: P14D, maxShare: 0.05}
            budgets: {card-payments: {epsilon: 4.0, delta: 1e-8, per: P7D}}
            control: {publicKey: control.pub.json}
            checkpoints: {storage: "file:///var/weir/checkpoints", interval: PT5S}
            """)
            .orElseThrow();
    assertThat(found()).isEmpty();
    assertThat(gateway.limits()).isEqualTo(new Gateway.Limits(2 << 20, 64));
    assertThat(gateway.topicPrefix()).isEqualTo("weir");
    assertThat(gateway.parallelism()).isEqualTo(1);
    assertThat(gateway.checkpoints().interval()).isEqualTo(Duration.ofSeconds(5));
    assertThat(gateway.kafka().properties())
        .containsEntry("max.poll.records", new Setting.Plain("500"))
        .containsEntry(
            "ssl.keystore.password", new Setting.Secret(new SecretRef.Env("KEYSTORE_PASSWORD")));
    assertThat(gateway.sources())
        .containsEntry(
            "card-payments",
            new SourceTopic(
                "payments.v2",
                new StartFrom.Timestamp(Instant.parse("2026-01-01T00:00:00Z")),
                Format.CONFLUENT_AVRO,
                null,
                null,
                false));
  }

  @Test
  void faultsOfOneFile_areAllFoundAtOnce() {
    Optional<Gateway> gateway =
        read(
            """
            apiVersion: weir/v1
            kind: Gateway
            id: payments-eu
            products: [p.yaml]
            agreements: [a.yaml]
            kafka:
              bootstrapServers: ""
              properties: {sasl.jaas.config: "hunter2", ssl.key.password: {vault: x}}
            sources:
              one: {topic: "..", format: json}
              two: {topic: t, startFrom: earliest, format: avro}
              three: {topic: u, startFrom: earliest, format: confluent-avro}
              four: {topic: u, startFrom: earliest, format: json, schema: x.avsc}
            limits: {recordBytes: 10XB, depth: 0}
            keys: {provider: "vault:x", passphrase: hunter2}
            deadLetters: {maxShare: 5}
            checkpoints: {storage: "file:///c", interval: P1M}
            paralelism: 2
            """);
    assertThat(gateway).isPresent();
    assertThat(found())
        .containsExactlyInAnyOrder(
            "kafka.bootstrapServers malformed",
            "kafka.properties.sasl.jaas.config secret-in-file",
            "kafka.properties.ssl.key.password.vault unknown-key",
            "sources.one.topic malformed",
            "sources.one missing-key",
            "sources.two source-format",
            "sources.three.format source-format",
            "sources.four.schema source-format",
            "limits.recordBytes malformed",
            "limits.depth out-of-range",
            "keys.provider malformed",
            "keys.passphrase wrong-type",
            "deadLetters.maxShare out-of-range",
            "checkpoints.interval malformed",
            "paralelism unknown-key");
    assertThat(problems.sorted().toString()).doesNotContain("hunter2");
  }
}
