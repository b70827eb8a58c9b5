package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetokenizeCommandTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NORTH = List.of("north.yaml");

  private final Path directory;
  private TicketFiles files;

  DetokenizeCommandTest(@TempDir Path directory) {
    this.directory = directory;
    this.files = new TicketFiles(directory);
  }

  @BeforeEach
  void release() throws IOException {
    files = TicketFiles.in(directory);
    files.change(
        "north.yaml",
        "      seat:         keep",
        "      card: {tokenize: format-preserving, keepLast: 4}");
    files.write(
        "a.jsonl",
        "{\"ticket_id\":\"T1\",\"member\":\"M-MARK\",\"home\":{\"country\":\"DE\"},\"price\":1,"
            + "\"sold_at\":\"2026-02-01T19:00:00Z\",\"card\":\"4988 8432 1275 7409\"}");
    assertThat(files.run(NORTH, "a.jsonl").exit()).isZero();
  }

  private String token(String field) throws IOException {
    return JSON.readTree(files.released("north.tickets.v1").get(0)).get(field).asText();
  }

  private Ran detokenize(String field, String... tokens) throws IOException {
    files.write("tokens.txt", tokens);
    return files.ran(
        "detokenize",
        NORTH,
        "--keys",
        files.text("keys"),
        "--field",
        field,
        "--reveal-source-values",
        "--reason",
        "ticket 4711",
        files.text("tokens.txt"));
  }

  @Test
  void tokensReadBack_andTheAuditSaysWhoWhyAndHowMany_butNoValue() throws IOException {
    Ran ran = detokenize("member", token("member"), "nonsense");
    assertThat(ran.exit()).as(ran.all()).isEqualTo(4);
    List<String> lines = ran.out().lines().toList();
    assertThat(lines.get(0)).isEqualTo("{\"value\":\"M-MARK\"}");
    assertThat(lines.get(1)).contains("\"refused\":\"malformed\"");
    String audit = Files.readString(files.path("keys/detokenize-audit.jsonl"));
    JsonNode line = JSON.readTree(audit);
    assertThat(line.get("why").asText()).isEqualTo("ticket 4711");
    assertThat(line.get("who").asText()).isEqualTo(System.getProperty("user.name"));
    assertThat(line.get("asked").asInt()).isEqualTo(2);
    assertThat(line.get("read").asInt()).isEqualTo(1);
    assertThat(audit).doesNotContain("MARK").doesNotContain(token("member"));
    assertThat(detokenize("member", token("member")).exit()).isZero();
    assertThat(Files.readAllLines(files.path("keys/detokenize-audit.jsonl"))).hasSize(2);
  }

  @Test
  void formatPreservingTokens_readBackWithTheActiveKey() throws IOException {
    Ran ran = detokenize("card", token("card"));
    assertThat(ran.exit()).as(ran.all()).isZero();
    assertThat(ran.out()).contains("{\"value\":\"4988 8432 1275 7409\"}");
  }

  @Test
  void fieldsWithoutTokensThatReadBack_areRefused_andNothingIsAudited() throws IOException {
    assertThat(detokenize("email", "x").err()).contains("one-way", "by design");
    assertThat(detokenize("film", "x").exit()).isEqualTo(1);
    assertThat(files.path("keys/detokenize-audit.jsonl")).doesNotExist();
  }

  @Test
  void withoutTheCapability_nothingIsRead() {
    Ran ran = files.ran("detokenize", NORTH, "--keys", files.text("keys"), "--field", "member");
    assertThat(ran.exit()).isEqualTo(2);
    assertThat(ran.err()).contains("--reveal-source-values", "--reason");
  }
}
