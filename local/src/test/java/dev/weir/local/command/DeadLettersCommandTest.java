package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dead letters of a run over files. */
class DeadLettersCommandTest {

  private final Path directory;
  private TicketFiles files;
  private Path letters;

  DeadLettersCommandTest(@TempDir Path directory) {
    this.directory = directory;
    this.files = new TicketFiles(directory);
    this.letters = directory;
  }

  @BeforeEach
  void run() throws IOException {
    files = TicketFiles.in(directory);
    assertThat(files.run(List.of("north.yaml", "south.yaml"), "bad.jsonl").exit()).isZero();
    letters = files.path("out").resolve("dead-letters.jsonl");
  }

  private Ran letters(String verb, String... more) {
    String[] all = new String[more.length + 4];
    all[0] = "dead-letters";
    all[1] = verb;
    all[2] = "--file";
    all[3] = letters.toString();
    System.arraycopy(more, 0, all, 4, more.length);
    return Ran.weir(files.environment(), all);
  }

  @Test
  void list_countsEveryLetterOnce() throws IOException {
    long lines = Files.readAllLines(letters).size();
    JsonNode json = new ObjectMapper().readTree(letters("list", "--format", "json").out());
    assertThat(json.get("letters").asLong()).isEqualTo(lines).isPositive();
    assertThat(json.get("unreadable").asLong()).isZero();
    assertThat(json.get("counts").findValues("letters").stream().mapToLong(JsonNode::asLong).sum())
        .isEqualTo(lines);
    Ran table = letters("list", "--of-reason", "wrong_type");
    assertThat(table.exit()).isZero();
    assertThat(table.out()).contains("wrong_type", "member", "(every)").doesNotContain("malformed");
    assertThat(table.all()).doesNotContain(TicketFiles.MARK);
  }

  @Test
  void formOfAnotherName_isRefused_withTheWordsThatThereAre() {
    Ran refused = letters("list", "--format", "xml");
    assertThat(refused.exit()).isEqualTo(2);
    assertThat(refused.err()).contains("one of text, json").doesNotContain("TEXT");
  }

  @Test
  void linesThatAreNoLetters_areTold_andObeyedByNoTerminal() throws IOException {
    String escape =
        "{\"source\":{\"file\":\"a\",\"line\":1},\"stage\":\"treat\",\"reason\":\"\\u001b[31m\","
            + "\"plan\":\"\"}\nnonsense\n";
    Files.writeString(letters, escape, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    Ran table = letters("list");
    assertThat(table.out()).contains("\\u001b[31m").doesNotContain("\u001b");
    assertThat(table.err()).contains("No dead letter of Weir: 1 record");
  }

  @Test
  void show_saysWhereTheRecordOfARunStands() {
    String place = files.text("bad.jsonl") + ":3";
    Ran shown = letters("show", "--at", place);
    assertThat(shown.exit()).as(shown.all()).isZero();
    assertThat(shown.out()).contains(place, "wrong_type of member", "for every release");
    Ran sealed =
        letters("show", "--at", place, "--key", "k", "--reason", "why", "--reveal-source-values");
    assertThat(sealed.exit()).isEqualTo(3);
    assertThat(sealed.err()).contains("A run seals no payload", "line 3");
  }

  @Test
  void mistakes_areSaidByName() {
    assertThat(letters("show", "--at", "nowhere:1").exit()).isEqualTo(1);
    assertThat(letters("list", "--since", "2026-01-01").err()).contains("--since is for a gateway");
    Ran reason = letters("list", "--of-reason", "not_active");
    assertThat(reason.exit()).isEqualTo(2);
    assertThat(reason.err()).contains("not_in_table").doesNotContain("outside_period");
    Ran half = letters("show", "--at", "x:1", "--key", "k");
    assertThat(half.exit()).isEqualTo(2);
    assertThat(half.err()).contains("--reason");
    Ran place = letters("show", "--at", "nowhere");
    assertThat(place.exit()).isEqualTo(2);
    assertThat(place.err()).contains("--at is TOPIC/PARTITION/OFFSET");
    letters = Path.of(files.text("bad.jsonl"));
    Ran other = letters("list");
    assertThat(other.exit()).isEqualTo(1);
    assertThat(other.err()).contains("No dead letter of Weir: ");
    letters = directory.resolve("none.jsonl");
    Ran none = letters("list");
    assertThat(none.exit()).isEqualTo(1);
    assertThat(none.err()).contains("none.jsonl is no file");
  }
}
