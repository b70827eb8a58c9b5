package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Quotas of a run over files: by when records happened, and what is over does not leave. */
class QuotaRunTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String NORTH = "north.tickets.v1";

  private final TicketFiles files;

  QuotaRunTest(@TempDir Path directory) throws IOException {
    files = TicketFiles.in(directory);
  }

  private void quota(String terms) throws IOException {
    files.change("north.yaml", "retention: P90D", "retention: P90D\n" + terms);
  }

  private void events(int days, int each) throws IOException {
    List<String> events = new ArrayList<>();
    for (int number = 0; number < days * each; number++) {
      events.add(
          String.format(
              "{\"ticket_id\":\"T%d\",\"member\":\"M%d\",\"price\":1,\"home\":{\"country\":\"DE\"},"
                  + "\"sold_at\":\"2026-02-%02dT1%d:00:00Z\"}",
              number, number % 7, 1 + number % days, number % 10));
    }
    Files.write(files.path("events.jsonl"), events);
  }

  private JsonNode summary(String topic) throws IOException {
    return JSON.readTree(files.path("out/summary.json").toFile()).path("releases").path(topic);
  }

  private void run() {
    Ran ran = files.run(List.of("north.yaml"), "events.jsonl");
    assertThat(ran.exit()).as(ran.err()).isZero();
  }

  @Test
  void eachDayOfEvents_hasItsQuota_andUsageIsWhatLeft() throws IOException {
    quota("quota: {recordsPerDay: 10, onExceed: hold}");
    events(3, 14);
    run();
    JsonNode north = summary(NORTH);
    assertThat(north.path("in").asLong()).isEqualTo(42);
    assertThat(north.path("released").asLong()).isEqualTo(30);
    assertThat(north.path("withheld")).hasToString("{\"quota_exceeded\":12}");
    Map<String, Integer> days = new HashMap<>();
    for (String line : files.released(NORTH)) {
      days.merge(JSON.readTree(line).path("sold_at").asText().substring(0, 10), 1, Integer::sum);
    }
    assertThat(days.values()).containsExactly(10, 10, 10);
    JsonNode usage = JSON.readTree(Files.readString(files.path("out/usage.jsonl")));
    assertThat(usage.path("data").path("records").asLong()).isEqualTo(30);
    String internal = Files.readString(files.path("out/usage-internal.jsonl"));
    assertThat(JSON.readTree(internal).path("data").path("withheld"))
        .hasToString("{\"quota_exceeded\":12}");
  }

  @Test
  void bill_letsEverythingOut() throws IOException {
    quota("quota: {recordsPerDay: 10, onExceed: bill}");
    events(3, 14);
    run();
    assertThat(summary(NORTH).path("released").asLong()).isEqualTo(42);
  }

  @Test
  void aTiersQuota_isThatOfItsNewestVersion() throws IOException {
    Files.writeString(
        files.path("prices.yaml"),
        """
        apiVersion: weir/v1
        kind: PriceBook
        id: standard
        currency: EUR
        tiers:
          gold:
            - {from: 2020-01-01, quota: {recordsPerMonth: 1, onExceed: reject}}
            - {from: 2020-02-01, quota: {recordsPerMonth: 20, onExceed: reject}}
            - {from: 2035-01-01}
        """);
    quota("tier: gold");
    events(3, 14);
    Ran ran =
        files.ran(
            "run",
            List.of("north.yaml", "prices.yaml"),
            "--as-of",
            "2026-03-01T00:00:00Z",
            "--keys",
            files.text("keys"),
            "--input",
            files.text("events.jsonl"),
            "--output",
            files.text("out"));
    assertThat(ran.exit()).as(ran.err()).isZero();
    assertThat(summary(NORTH).path("released").asLong()).isEqualTo(20);
  }

  /** A crowd is seen by k people or by none, whatever the quota leaves of it. */
  @Test
  void crowds_leaveWholeOrNotAtAll(@TempDir Path other) throws IOException {
    TicketFiles clinic = CohortsRunTest.clinic(other);
    clinic.change(
        "clinic.yaml",
        "retention: P30D",
        "retention: P30D\nquota: {recordsPerMonth: 100, onExceed: hold}");
    Files.write(clinic.path("visits.jsonl"), CohortsRunTest.events(600));
    Ran ran = clinic.run(CohortsRunTest.AGREEMENT, "visits.jsonl");
    assertThat(ran.exit()).as(ran.err()).isZero();
    Map<String, Set<String>> people = new HashMap<>();
    List<String> released = clinic.released(CohortsRunTest.TOPIC);
    for (String line : released) {
      JsonNode row = JSON.readTree(line);
      String box = row.path("born") + " " + row.path("age") + row.path("home") + row.path("seen");
      people.computeIfAbsent(box, unseen -> new HashSet<>()).add(row.path("patient").asText());
    }
    assertThat(released).hasSizeBetween(50, 100);
    assertThat(people.values()).allMatch(crowd -> crowd.size() >= 4);
    JsonNode summary =
        JSON.readTree(clinic.path("out/summary.json").toFile())
            .path("releases")
            .path(CohortsRunTest.TOPIC);
    long withheld = 0;
    for (JsonNode reason : summary.path("withheld")) {
      withheld += reason.asLong();
    }
    assertThat(summary.path("in").asLong()).isEqualTo(600);
    assertThat(summary.path("released").asLong() + withheld).isEqualTo(600);
    assertThat(summary.path("withheld").path("quota_exceeded").asLong()).isPositive();
  }
}
