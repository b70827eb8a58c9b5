package dev.weir.promises.leak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.weir.jobs.file.FileRun;
import dev.weir.jobs.file.RunFiles;
import dev.weir.jobs.file.Summary;
import dev.weir.jobs.start.ResumeChoice;
import dev.weir.operators.format.JsonRecordFormat;
import dev.weir.operators.format.RecordLimits;
import dev.weir.plan.JobPlan;
import dev.weir.promises.stream.GatewayUnderTest;
import dev.weir.promises.stream.Payments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.configuration.Configuration;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promise 1: what no active agreement names is not released, whatever the source sends. */
class NothingUndeclaredLeavesTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Signs SECRET = Signs.secret();
  private static final Set<String> AGREED =
      Set.of(
          "payment_id",
          "customer_id",
          "email",
          "phone",
          "national_id",
          "birth_date",
          "shipped",
          "shop",
          "channel");

  /** The good one, the escaped one, and of the two edges the one that can be shifted. */
  private static final int RELEASED = 3;

  private static final int IN = JsonPayments.all().size();
  private static final int DEAD_IN_DECODE = 8;

  private final Path directory;
  private final JobPlan plan;

  NothingUndeclaredLeavesTest(@TempDir Path directory) throws IOException {
    this.directory = directory;
    this.plan = Shared.plan(directory);
  }

  @Test
  void stream_releasesWhatIsAgreed_andNothingElse() throws Exception {
    List<byte[]> records =
        JsonPayments.all().stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    JsonRecordFormat format = new JsonRecordFormat(RecordLimits.DEFAULT);
    try (GatewayUnderTest gateway =
        GatewayUnderTest.create(directory, plan, format, 1, 2, new Configuration())) {
      gateway.createTopics( // a start makes those of active agreements alone
          Shared.IDLE.stream()
              .map(idle -> new NewTopic(idle + ".payments.v1", 1, (short) 1))
              .toList());
      gateway.start(2, ResumeChoice.automatic());
      Topics.feed(gateway, records);
      // All have gone through when all dead letters are there: one transaction, or a later one.
      assertThat(Topics.read(gateway, Shared.DEAD_LETTERS, JsonPayments.BAD.size() + 1))
          .hasSize(JsonPayments.BAD.size() + 1);
      assertAgreed(Topics.read(gateway, Shared.OUT, RELEASED).stream().map(Topics::value).toList());
      for (String idle : Shared.IDLE) {
        assertThat(Topics.read(gateway, idle + ".payments.v1", 0)).as(idle).isEmpty();
      }
    }
  }

  @Test
  void run_releasesWhatIsAgreed_andNothingElse_andCountsTheRest() throws IOException {
    Summary summary = run("2026-11-25T10:00:00Z");
    assertAgreed(lines(Shared.OUT));
    Summary.Release acme = release(summary, "acme");
    assertThat(acme.released()).isEqualTo(RELEASED);
    assertThat(acme.withheld()).containsOnlyKeys("outside_jurisdiction", "outside_period");
    assertThat(acme.withheld().get("outside_period")).isEqualTo(2);
    assertThat(acme.in()).isEqualTo(IN);
    for (String idle : Shared.IDLE) {
      assertThat(lines(idle + ".payments.v1")).as(idle).isEmpty();
      String reason = idle.equals("over") ? "outside_period" : "not_active";
      assertThat(release(summary, idle).withheld())
          .containsExactly(Map.entry(reason, (long) IN - DEAD_IN_DECODE));
    }
  }

  /** The same records, when the clock is in the period of what was over: that they leave then. */
  @Test
  void run_whenTheClockIsInThePeriod_releases() throws IOException {
    assertThat(release(run("2026-06-15T10:00:00Z"), "over").released()).isPositive();
    assertThat(lines("over.payments.v1")).allMatch(line -> line.startsWith("{\"payment_id\""));
  }

  @Test
  void run_whenTheClockIsPastEveryPeriod_releasesNothing() throws IOException {
    Summary summary = run("2036-01-01T00:00:00Z");
    assertThat(summary.releases().values()).allMatch(release -> release.released() == 0);
    assertThat(lines(Shared.OUT)).isEmpty();
  }

  private Summary run(String asOf) throws IOException {
    Path input = Files.write(directory.resolve("in.jsonl"), JsonPayments.all());
    RunFiles files = new RunFiles(List.of(input), directory.resolve("out"));
    return FileRun.run(
        plan, files, Payments.keys(directory.resolve("keys")), Instant.parse(asOf), read -> {});
  }

  private List<String> lines(String topic) throws IOException {
    return Files.readAllLines(directory.resolve("out").resolve(topic + ".jsonl"));
  }

  private static Summary.Release release(Summary summary, String partner) {
    return Objects.requireNonNull(summary.releases().get(partner + ".payments.v1"));
  }

  /** Read by another library. */
  private static void assertAgreed(List<String> values) throws IOException {
    assertThat(values).hasSize(RELEASED);
    for (String value : values) {
      JsonNode released = JSON.readTree(value);
      assertThat(names(released)).isEqualTo(AGREED);
      assertThat(SECRET.in(value)).isEmpty();
      assertThat(released.get("birth_date").textValue()).isEqualTo("1917");
      assertThat(released.get("phone").textValue()).isEqualTo("+49*****");
      assertThat(released.get("shop").textValue()).isEqualTo("north");
    }
  }

  private static Set<String> names(JsonNode released) {
    Set<String> names = new TreeSet<>();
    released.fieldNames().forEachRemaining(names::add);
    return names;
  }
}
