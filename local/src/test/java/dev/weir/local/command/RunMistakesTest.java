package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A user's mistakes: an exit code, one clear message, no stack trace, no file. */
class RunMistakesTest {

  private static final List<String> NORTH = List.of("north.yaml");

  private final Path directory;
  private TicketFiles files;

  RunMistakesTest(@TempDir Path directory) {
    this.directory = directory;
    this.files = new TicketFiles(directory);
  }

  @BeforeEach
  void write() throws IOException {
    files = TicketFiles.in(directory);
    Files.createDirectory(files.path("folder.jsonl"));
    files.write("notes.txt", "a");
    files.write("twice.csv", "member;member", "a;b");
    Files.createFile(files.path("empty.csv"));
    Files.createDirectory(files.path("folder"));
    files.write("returns.csv", "member;price\ra;1\rb;2\r");
    Files.write(files.path("cut.avro"), new byte[] {'O', 'b', 'j', 1, 0});
  }

  @ParameterizedTest
  @CsvSource({
    "none.jsonl, input-unreadable",
    "folder.jsonl, 'input-unreadable] this is a directory'",
    "folder, 'input-unreadable] this is a directory'",
    "none.jsonl, '(no such file)'",
    "returns.csv, 'input-lines] the lines end in CR alone'",
    "notes.txt, input-format",
    "twice.csv, input-column",
    "empty.csv, input-empty",
    "cut.avro, input-corrupt"
  })
  void inputThatCannotBeRead(String input, String rule) throws IOException {
    assertMistake(files.run(NORTH, "bad.jsonl", input), 1, files.text(input), rule);
  }

  @Test
  void inputNamedTwice() throws IOException {
    assertMistake(files.run(NORTH, "bad.jsonl", "bad.jsonl"), 2, "bad.jsonl twice");
  }

  @Test
  void languageFileThatIsMissing() throws IOException {
    assertMistake(files.run(List.of("none.yaml"), "bad.jsonl"), 1, "none.yaml", "file-missing");
  }

  @Test
  void agreementOfAnotherProduct() throws IOException {
    files.change("north.yaml", "product: tickets@1", "product: ticket@1");
    assertMistake(files.run(NORTH, "bad.jsonl"), 1, "product-unknown");
  }

  @Test
  void keysThatAreNotNamed() throws IOException {
    Ran ran =
        files.ran("run", NORTH, "--input", files.text("bad.jsonl"), "--output", files.text("out"));
    assertMistake(ran, 3, "north/deterministic", "--keys");
  }

  @Test
  void partnerWithoutKeys() throws IOException {
    files.change("north.yaml", "{id: north, name", "{id: west, name");
    assertMistake(files.run(NORTH, "bad.jsonl"), 3, "partner west", "weir keys create");
  }

  @Test
  void wrongPassphrase() throws IOException {
    files.write("passphrase", "SECRET-GUESS");
    Ran ran = files.run(NORTH, "bad.jsonl");
    assertMistake(ran, 3, "passphrase");
    assertThat(ran.all()).doesNotContain("SECRET-GUESS");
  }

  @Test
  void noPassphrase() throws IOException {
    assertMistake(Ran.weir(Map.of(), arguments()), 3, "WEIR_KEYS_PASSPHRASE");
  }

  private String[] arguments() {
    return new String[] {
      "run",
      "--product",
      files.text("product.yaml"),
      "--agreement",
      files.text("north.yaml"),
      "--input",
      files.text("bad.jsonl"),
      "--keys",
      files.text("keys"),
      "--output",
      files.text("out")
    };
  }

  @Test
  void passphraseInTwoPlaces() throws IOException {
    Map<String, String> both =
        Map.of(
            "WEIR_KEYS_PASSPHRASE",
            "SECRET-GUESS",
            "WEIR_KEYS_PASSPHRASE_FILE",
            files.text("passphrase"));
    Ran ran = Ran.weir(both, arguments());
    assertMistake(ran, 3, "both set");
    assertThat(ran.all()).doesNotContain("SECRET-GUESS");
  }

  @Test
  void outputThatIsAFile() throws IOException {
    Files.writeString(files.path("out"), "mine");
    Ran ran = files.run(NORTH, "bad.jsonl");
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err()).contains(files.text("out")).doesNotContain("\tat ");
    assertThat(files.path("out")).hasContent("mine");
  }

  /** The second: ISO 8601, and not RFC 3339, which the files are held to as well. */
  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "2026-03-01T08:00Z", "2026-02-30", "+02026-03-01T08:00:00Z"})
  void instantThatIsNone(String instant) throws IOException {
    Ran ran = files.ran("run", NORTH, "--as-of", instant);
    assertMistake(ran, 2, "--as-of", "2026-03-01T08:00:00Z");
  }

  private void assertMistake(Ran ran, int exit, String... said) throws IOException {
    assertThat(ran.exit()).as(ran.all()).isEqualTo(exit);
    assertThat(ran.err()).contains(said).doesNotContain("\tat ").doesNotContain("Exception:");
    assertThat(ran.out()).isEmpty();
    if (Files.exists(files.path("out"))) {
      try (Stream<Path> left = Files.list(files.path("out"))) {
        assertThat(left).isEmpty();
      }
    }
  }
}
