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

/** Erasable tokens from an agreement's file to what leaves, and back as long as keys are there. */
class ErasableTokensRunTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NORTH = List.of("north.yaml");
  private static final String KEYS = "out/subject-keys.jsonl";

  private final Path directory;
  private TicketFiles files;

  ErasableTokensRunTest(@TempDir Path directory) {
    this.directory = directory;
    this.files = new TicketFiles(directory);
  }

  @BeforeEach
  void write() throws IOException {
    files = TicketFiles.in(directory);
    files.change(
        "north.yaml", "{tokenize: deterministic}", "{tokenize: deterministic, erasable: true}");
    files.change(
        "north.yaml", "{tokenize: one-way}", "{tokenize: deterministic, erasable: true, pad: 64}");
  }

  @Test
  void tokensReadBack_untilTheirSubjectsKeyIsTakenAway() throws IOException {
    List<String> events = files.events(600);
    Files.write(files.path("events.jsonl"), events);
    Ran ran = files.run(NORTH, "events.jsonl");
    assertThat(ran.exit()).as(ran.all()).isZero();
    List<String> released = files.released("north.tickets.v1");
    Map<String, String> members = tokens("member", events, released);
    Map<String, String> emails = tokens("email", events, released);
    List<String> keys = Files.readAllLines(files.path(KEYS));
    assertThat(keys).as("one key a person").hasSameSizeAs(members.keySet());
    assertThat(String.join("", keys)).doesNotContain("\"M", "@");

    assertThat(values("member", members)).isEqualTo(members.keySet());
    assertThat(values("email", emails)).isEqualTo(emails.keySet());

    String gone = JSON.readTree(keys.get(0)).get("subject").asText();
    List<String> tombstone = new ArrayList<>(keys);
    tombstone.add("XX" + gone + "\tnull");
    Files.write(files.path(KEYS), tombstone);
    Ran broken = detokenize("member", "--subject-keys", files.text(KEYS));
    assertThat(broken.exit()).isEqualTo(1);
    assertThat(broken.all()).contains(":" + tombstone.size() + " is no record of a subject's key");
    tombstone.set(tombstone.size() - 1, gone + "\tnull");
    Files.write(files.path(KEYS), tombstone);
    Set<String> left = values("member", members);
    assertThat(left).hasSize(members.size() - 1);
    String erased =
        members.keySet().stream().filter(m -> !left.contains(m)).findAny().orElseThrow();
    Set<String> emailsOfErased = new HashSet<>();
    for (String event : events) {
      JsonNode record = JSON.readTree(event);
      if (record.get("member").asText().equals(erased)) {
        emailsOfErased.add(record.get("email").asText());
      }
    }
    Set<String> rest = new HashSet<>(emails.keySet());
    rest.removeAll(emailsOfErased);
    assertThat(emailsOfErased).isNotEmpty();
    assertThat(values("email", emails)).as("every field of that person").isEqualTo(rest);
  }

  /** From each value to its token; in the input's order, and one to one. */
  private static Map<String, String> tokens(
      String field, List<String> events, List<String> released) throws IOException {
    assertThat(released).hasSameSizeAs(events);
    Map<String, String> tokens = new HashMap<>();
    for (int i = 0; i < events.size(); i++) {
      JsonNode event = JSON.readTree(events.get(i));
      JsonNode out = JSON.readTree(released.get(i));
      assertThat(out.get("ticket_id")).isEqualTo(event.get("ticket_id"));
      String token = out.get(field).asText();
      assertThat(tokens.putIfAbsent(event.get(field).asText(), token)).isIn(null, token);
    }
    assertThat(new HashSet<>(tokens.values())).hasSameSizeAs(tokens.keySet());
    return tokens;
  }

  private Set<String> values(String field, Map<String, String> tokens) throws IOException {
    Files.write(files.path("tokens.txt"), tokens.values());
    Ran ran = detokenize(field, "--subject-keys", files.text(KEYS));
    assertThat(ran.exit()).as(ran.all()).isIn(0, 4);
    Set<String> values = new HashSet<>();
    for (String line : ran.out().lines().toList()) {
      JsonNode read = JSON.readTree(line);
      if (read.has("value")) {
        values.add(read.get("value").asText());
      } else {
        assertThat(line).contains("erased");
      }
    }
    return values;
  }

  private Ran detokenize(String field, String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--keys",
                files.text("keys"),
                "--field",
                field,
                "--reveal-source-values",
                "--reason",
                "a test"));
    arguments.addAll(List.of(more));
    arguments.add(files.text("tokens.txt"));
    return files.ran("detokenize", NORTH, arguments.toArray(String[]::new));
  }

  @Test
  void equalValuesOfTwoPeople_haveTwoTokens() throws IOException {
    String rest =
        "\"email\":\"same@example.com\",\"home\":{\"country\":\"DE\"},\"price\":1,"
            + "\"sold_at\":\"2026-02-01T10:00:00Z\"}";
    files.write(
        "a.jsonl",
        "{\"ticket_id\":\"1\",\"member\":\"M1\"," + rest,
        "{\"ticket_id\":\"2\",\"member\":\"M2\"," + rest,
        "{\"ticket_id\":\"3\",\"member\":\"M1\"," + rest);
    assertThat(files.run(NORTH, "a.jsonl").exit()).isZero();
    List<String> emails = new ArrayList<>();
    for (String line : files.released("north.tickets.v1")) {
      emails.add(JSON.readTree(line).get("email").asText());
    }
    assertThat(emails.get(0)).isEqualTo(emails.get(2)).isNotEqualTo(emails.get(1));
    assertThat(Files.readString(files.path("out/north.tickets.v1.contract.yaml")))
        .contains("means nothing once that person is erased");
  }

  @Test
  void emptySubject_isDeadLettered() throws IOException {
    files.write(
        "a.jsonl",
        "{\"ticket_id\":\"1\",\"member\":\"\",\"home\":{\"country\":\"DE\"},\"price\":1,"
            + "\"sold_at\":\"2026-02-01T10:00:00Z\"}");
    assertThat(files.run(NORTH, "a.jsonl").exit()).isZero();
    assertThat(files.released("north.tickets.v1")).isEmpty();
    assertThat(Files.readString(files.path("out/summary.json"))).contains("\"no_subject\" : 1");
  }

  @Test
  void preview_needsNoKeys_andDetokenizeSaysWhatItNeeds() throws IOException {
    Files.write(files.path("events.jsonl"), files.events(20));
    Ran preview = files.ran("preview", NORTH, "--input", files.text("events.jsonl"));
    assertThat(preview.exit()).as(preview.all()).isZero();
    files.write("tokens.txt", "AQ");
    Ran ran = detokenize("member");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.all()).contains("--subject-keys");
  }

  @Test
  void directoryWithoutTheOwnersKeys_stopsTheRun_byName() throws IOException {
    Files.delete(files.path("keys/gateway/subject-keys.json"));
    Files.write(files.path("events.jsonl"), files.events(20));
    Ran ran = files.run(NORTH, "events.jsonl");
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.all()).contains("gateway/subject-keys", "weir keys create");
  }
}
