package dev.weir.metering.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.weir.metering.usage.AgreementRef;
import dev.weir.metering.usage.Minute;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InternalUsageEventTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void events_areAsThePublishedSchemaSays() throws IOException {
    String text = Files.readString(Path.of("../docs/schema/usage-internal.schema.json"));
    JsonSchema schema =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(text);
    for (@Nullable Subjects subjects : new Subjects[] {people(3), null}) {
      assertThat(schema.validate(JSON.readTree(event(subjects).structured()))).isEmpty();
    }
    assertThat(schema.validate(JSON.readTree("{\"data\": {}}"))).isNotEmpty();
  }

  @Test
  void binaryMode_saysTheSame() throws IOException {
    InternalUsageEvent event = event(people(3));
    JsonNode whole = JSON.readTree(event.structured());

    assertThat(JSON.readTree(event.value())).isEqualTo(whole.get("data"));
    assertThat(event.headers())
        .containsEntry("ce_id", whole.get("id").asText())
        .containsEntry("content-type", "application/json")
        .hasSize(whole.size() - 1);
  }

  /** Seeds are fixed: the error's distribution is the library's subject, not ours. */
  @Test
  void estimates_areNear_andSketchesOfSeveralEventsMerge() throws IOException {
    for (int n : new int[] {0, 1, 10, 1_000, 100_000}) {
      assertThat((double) people(n).estimate())
          .isBetween(n * 0.95, n * 1.05 + 0.01); // four standard errors
    }
    UltraLogLog both = sketch(people(60_000).text()).add(sketch(people(100_000).text()));

    assertThat(both.getDistinctCountEstimate()).isBetween(95_000.0, 105_000.0);
  }

  /** The first n of people who are always the same. */
  private static Subjects people(int n) {
    Random random = new Random(20261127);
    Subjects subjects = new Subjects();
    for (int person = 0; person < n; person++) {
      long hash = random.nextLong();
      subjects.add(hash);
      subjects.add(hash);
    }
    return subjects;
  }

  private static UltraLogLog sketch(String text) throws IOException {
    byte[] zlib = Base64.getDecoder().decode(text);
    return UltraLogLog.wrap(new InflaterInputStream(new ByteArrayInputStream(zlib)).readAllBytes());
  }

  private static InternalUsageEvent event(@Nullable Subjects subjects) {
    return new InternalUsageEvent(
        "/weir/gateways/eu",
        "run-t0-17",
        new InternalUsage(
            "acme",
            AgreementRef.parse("acme-payments@1.0.0"),
            "payments",
            new Minute(Instant.parse("2026-03-01T08:00:00Z")),
            10,
            3,
            new TreeMap<>(Map.of("outside_period", 1L)),
            new TreeMap<>(Map.of("no_crowd", 2L)),
            new TreeMap<>(Map.of("malformed", 4L)),
            0,
            subjects));
  }
}
