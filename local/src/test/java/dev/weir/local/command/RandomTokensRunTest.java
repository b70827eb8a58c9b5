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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random tokens from an agreement's file to what leaves: two fields, two agreements, one pass. */
class RandomTokensRunTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NORTH = List.of("north.yaml");
  private static final String FORM = "AQAAAA[A-Za-z0-9_-]{22}";

  private final Path directory;
  private TicketFiles files;

  RandomTokensRunTest(@TempDir Path directory) {
    this.directory = directory;
    this.files = new TicketFiles(directory);
  }

  @BeforeEach
  void write() throws IOException {
    files = TicketFiles.in(directory);
    files.change("north.yaml", "{tokenize: deterministic}", "{tokenize: random, remember: P30D}");
    files.change("north.yaml", "{tokenize: one-way}", "{tokenize: random, remember: PT1H}");
  }

  @Test
  void eachValueHasOneToken_ofNoOtherFieldPartnerOrRun() throws IOException {
    Files.writeString(
        files.path("east.yaml"),
        Files.readString(files.path("north.yaml"))
            .replace("north-tickets", "east-tickets")
            .replace("partner: {id: north, name: North Loyalty}", "partner: {id: east, name: East}")
            .replace("north.tickets.v1", "east.tickets.v1"));
    assertThat(Ran.weir(files.environment(), create("east")).exit()).isZero();
    List<String> events = twice(files.events(400));
    Files.write(files.path("events.jsonl"), events);
    List<String> agreements = List.of("north.yaml", "east.yaml");
    Set<String> all = new HashSet<>();
    int tokens = 0;
    for (int run = 0; run < 2; run++) {
      Ran ran = files.run(agreements, "events.jsonl");
      assertThat(ran.exit()).as(ran.all()).isZero();
      for (String topic : List.of("north.tickets.v1", "east.tickets.v1")) {
        for (String field : List.of("member", "email")) {
          Set<String> of = tokensOf(field, events, files.released(topic));
          tokens += of.size();
          all.addAll(of);
        }
      }
    }
    assertThat(all).as("no two fields, partners or runs share one").hasSize(tokens);
  }

  private static List<String> twice(List<String> events) {
    List<String> all = new ArrayList<>(events);
    all.addAll(events);
    return all;
  }

  private String[] create(String partner) {
    return new String[] {"keys", "create", "--keys", files.text("keys"), "--partner", partner};
  }

  /** In the input's order, one token for each value. */
  private static Set<String> tokensOf(String field, List<String> events, List<String> released)
      throws IOException {
    assertThat(released).hasSameSizeAs(events);
    Map<String, String> tokens = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      JsonNode event = JSON.readTree(events.get(i));
      JsonNode out = JSON.readTree(released.get(i));
      assertThat(out.get("ticket_id")).isEqualTo(event.get("ticket_id"));
      String token = out.get(field).asText();
      assertThat(token).matches(FORM);
      assertThat(tokens.putIfAbsent(event.get(field).asText(), token)).isIn(null, token);
    }
    assertThat(new HashSet<>(tokens.values())).hasSameSizeAs(tokens.keySet());
    return new HashSet<>(tokens.values());
  }

  @Test
  void nullStaysNull_andAbsentStaysAbsent() throws IOException {
    String rest =
        ",\"home\":{\"country\":\"DE\"},\"price\":1,\"sold_at\":\"2026-02-01T10:00:00Z\"}";
    files.write(
        "a.jsonl",
        "{\"ticket_id\":\"1\",\"member\":\"M\",\"email\":null" + rest,
        "{\"ticket_id\":\"2\",\"member\":\"M\"" + rest);
    assertThat(files.run(NORTH, "a.jsonl").exit()).isZero();
    List<String> released = files.released("north.tickets.v1");
    assertThat(released.get(0)).contains("\"email\":null");
    assertThat(released.get(1)).doesNotContain("email");
    assertThat(Files.readString(files.path("out/north.tickets.v1.contract.yaml")))
        .contains("random", "for P30D from when it was drawn");
  }

  @Test
  void preview_showsSuchTokens() throws IOException {
    Files.write(files.path("events.jsonl"), files.events(50));
    Ran ran = files.ran("preview", NORTH, "--input", files.text("events.jsonl"));
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.all()).contains("AQAAAA").doesNotContain("??");
  }

  @Test
  void withoutRemember_theRetentionHolds_andWithoutBothItIsRefused() throws IOException {
    files.change("north.yaml", "{tokenize: random, remember: P30D}", "{tokenize: random}");
    Ran plan = files.ran("plan", NORTH);
    assertThat(plan.all()).contains("\"remember\" : \"P90D\"", "\"remember\" : \"PT1H\"");
    files.change("north.yaml", "retention: P90D\n", "");
    Ran refused = files.ran("plan", NORTH);
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.all()).contains("fields.member: [token-memory]");
  }

  @Test
  void detokenize_saysThatTheyStandForNothing() throws IOException {
    Ran ran =
        files.ran(
            "detokenize",
            NORTH,
            "--keys",
            files.text("keys"),
            "--field",
            "member",
            "--reveal-source-values",
            "--reason",
            "a test");
    assertThat(ran.exit()).isEqualTo(1);
    assertThat(ran.all()).contains("member has random tokens");
  }
}
