package dev.weir.jobs.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KafkaClusterTest {

  @Test
  void eachClient_getsOnlyWhatItKnows() {
    KafkaCluster kafka =
        new KafkaCluster(
            "k:9092",
            Map.of("security.protocol", "SSL", "compression.type", "lz4", "max.poll.records", "7"));
    assertThat(kafka.producer()).containsEntry("compression.type", "lz4");
    assertThat(kafka.producer()).containsEntry("security.protocol", "SSL");
    assertThat(kafka.producer()).doesNotContainKey("max.poll.records");
    assertThat(kafka.consumer()).containsEntry("max.poll.records", "7");
    assertThat(kafka.consumer()).doesNotContainKey("compression.type");
    assertThat(kafka.admin()).containsEntry("bootstrap.servers", "k:9092");
    assertThat(kafka.admin()).doesNotContainKey("compression.type");
  }

  @Test
  void secret_isReadWhereTheClientIsMade_andStandsNowhereBefore(@TempDir Path directory)
      throws IOException {
    Path file = Files.writeString(directory.resolve("secret:1"), "hunter2\n");
    KafkaCluster kafka =
        new KafkaCluster(
            "k:9092",
            Map.of(
                "ssl.key.password", SecretReference.file(file.toString()),
                "ssl.truststore.location", SecretReference.environment("PATH")));
    assertThat(kafka.admin().toString()).doesNotContain("hunter2");
    AdminClientConfig client = new AdminClientConfig(kafka.admin());
    assertThat(client.getPassword("ssl.key.password").value()).isEqualTo("hunter2");
    assertThat(client.getString("ssl.truststore.location")).isEqualTo(System.getenv("PATH"));
  }

  @Test
  void missingSecret_isNamed_notItsContent() {
    KafkaCluster kafka =
        new KafkaCluster("k:1", Map.of("ssl.key.password", SecretReference.file("/none")));
    assertThatThrownBy(() -> new AdminClientConfig(kafka.admin()))
        .isInstanceOf(ConfigException.class)
        .isInstanceOf(KafkaException.class)
        .hasMessageContaining("/none");
  }

  @Test
  void text_doesNotShowAValue() {
    assertThat(new KafkaCluster("k:1", Map.of("ssl.key.password", "hunter2")).toString())
        .contains("ssl.key.password")
        .doesNotContain("hunter2");
  }

  @Test
  void transactionTimeout_isFifteenMinutes_unlessSet() {
    assertThat(new KafkaCluster("k:1", Map.of()).transactionTimeout())
        .isEqualTo(Duration.ofMinutes(15));
    assertThat(
            new KafkaCluster("k:1", Map.of("transaction.timeout.ms", "600000"))
                .transactionTimeout())
        .isEqualTo(Duration.ofMinutes(10));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "isolation.level",
        "acks",
        "enable.idempotence",
        "transactional.id",
        "auto.offset.reset",
        "group.id",
        "partitioner.class",
        "interceptor.classes",
        "config.providers"
      })
  void propertiesThatAPromiseRestsOn_areNotTheGateways(String property) {
    assertThat(FixedProperties.refusal(property)).isPresent();
    assertThat(FixedProperties.unknown(property)).isEmpty();
  }

  @Test
  void slipOfThePen_isFound() {
    assertThat(FixedProperties.unknown("security.protokol"))
        .hasValueSatisfying(mend -> assertThat(mend).contains("security.protocol"));
    assertThat(FixedProperties.unknown("security.protocol")).isEmpty();
  }
}
