package dev.weir.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysCommandTest {

  private static final Map<String, String> PASSPHRASE =
      Map.of("WEIR_KEYS_PASSPHRASE", "correct horse battery");

  private final Path directory;

  KeysCommandTest(@TempDir Path directory) {
    this.directory = directory;
  }

  @Test
  void create_makesAKeyForEachUseAndOnlyOnce() {
    Ran first = keys(PASSPHRASE, "create", "--partner", "acme");
    assertThat(first.exit()).isZero();
    assertThat(first.out()).contains("deterministic").contains("one-way").contains("shift");
    Ran second = keys(PASSPHRASE, "create", "--partner", "acme");
    assertThat(second.exit()).isZero();
    assertThat(second.out()).contains("all keys are there");
    assertThat(keys(PASSPHRASE, "list").out()).isEqualTo(first.out());
  }

  @Test
  void create_forWhatIsNoPartnersId_isWrongUsage() {
    for (String id : List.of("../evil", "a/b", "", "%2e%2e")) {
      Ran ran = keys(PASSPHRASE, "create", "--partner", id);
      assertThat(ran.exit()).as(id).isEqualTo(2);
      assertThat(ran.err()).as(id).contains("--partner", "at most 100 letters");
    }
    assertThat(directory.resolve("keys")).doesNotExist();
  }

  @Test
  void create_leavesFilesThatOnlyTheOwnerReads() throws IOException {
    keys(PASSPHRASE, "create", "--partner", "acme");
    try (Stream<Path> files = Files.walk(directory.resolve("keys")).filter(KeysCommandTest::json)) {
      List<Path> all = files.toList();
      assertThat(all).isNotEmpty();
      for (Path file : all) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
            .isEqualTo("rw-------");
      }
    }
  }

  @Test
  void create_forDeadLettersMakesThePublicFile() {
    Ran ran = keys(PASSPHRASE, "create", "--dead-letters");
    assertThat(ran.exit()).isZero();
    assertThat(directory.resolve("keys/dead-letters.pub.json")).isRegularFile();
    assertThat(ran.out()).contains("dead-letters.pub.json");
  }

  @Test
  void noPassphrase_isTheEnvironmentsFault() {
    Ran ran = keys(Map.of(), "create", "--partner", "acme");
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err()).contains("WEIR_KEYS_PASSPHRASE").doesNotContain("\tat ");
    assertThat(directory.resolve("keys")).doesNotExist();
  }

  @Test
  void wrongPassphrase_isTheEnvironmentsFaultAndIsNotShown() {
    keys(PASSPHRASE, "create", "--partner", "acme");
    Ran ran = keys(Map.of("WEIR_KEYS_PASSPHRASE", "wrong-guess"), "list");
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.all()).doesNotContain("wrong-guess").doesNotContain("correct horse");
  }

  @Test
  void passphraseFile_opensTheSameKeys() throws IOException {
    keys(PASSPHRASE, "create", "--partner", "acme");
    Path file = Files.writeString(directory.resolve("passphrase"), "correct horse battery\n");
    Ran ran = keys(Map.of("WEIR_KEYS_PASSPHRASE_FILE", file.toString()), "list");
    assertThat(ran.exit()).isZero();
    assertThat(ran.out()).contains("acme");
  }

  @Test
  void list_ofAnUnknownPartnerSaysHowToMakeItsKeys() {
    keys(PASSPHRASE, "create", "--partner", "acme");
    Ran ran = keys(PASSPHRASE, "list", "--partner", "globex");
    assertThat(ran.exit()).isEqualTo(3);
    assertThat(ran.err()).contains("weir keys create").contains("--partner globex");
  }

  @Test
  void create_withNeitherPartnerNorDeadLettersIsWrongUsage() {
    assertThat(keys(PASSPHRASE, "create").exit()).isEqualTo(2);
  }

  @Test
  void rotateDisableAndDestroy_goThroughTheStatesOfAKey() {
    keys(PASSPHRASE, "create", "--partner", "acme");
    String first = only("deterministic");
    String active = "acme/deterministic/" + first;
    Ran refused = keys(PASSPHRASE, "disable", active);
    assertThat(refused.exit()).isEqualTo(3);
    assertThat(refused.err()).contains(active + " is active", "weir keys rotate");
    Ran rotated = keys(PASSPHRASE, "rotate", "--partner", "acme", "--use", "deterministic");
    assertThat(rotated.out()).contains("active now: acme/deterministic/");
    assertThat(state(first)).isEqualTo("deactivated");
    assertThat(keys(PASSPHRASE, "disable", active).exit()).isZero();
    assertThat(state(first)).isEqualTo("suspended");
    assertThat(keys(PASSPHRASE, "disable", "--undo", active).exit()).isZero();
    assertThat(state(first)).isEqualTo("deactivated");
    assertThat(keys(PASSPHRASE, "destroy", active, "--yes-destroy", "yes").exit()).isEqualTo(2);
    assertThat(state(first)).isEqualTo("deactivated");
    Ran destroyed = keys(PASSPHRASE, "destroy", active, "--yes-destroy", active);
    assertThat(destroyed.exit()).isEqualTo(4);
    assertThat(destroyed.out()).contains("Not called complete: nothing was looked at");
    assertThat(keys(PASSPHRASE, "list").out()).doesNotContain(first);
  }

  private String only(String use) {
    return keys(PASSPHRASE, "list")
        .out()
        .lines()
        .filter(line -> line.contains(use))
        .map(line -> line.split("\\s+")[2])
        .findFirst()
        .orElseThrow();
  }

  private String state(String keyId) {
    return keys(PASSPHRASE, "list")
        .out()
        .lines()
        .filter(line -> line.contains(keyId))
        .map(line -> line.split("\\s+")[3])
        .findFirst()
        .orElseThrow();
  }

  @Test
  void exportPublic_writesTheFileAgain_andNeedsAPair() throws IOException {
    keys(PASSPHRASE, "create", "--dead-letters");
    Path file = directory.resolve("keys/dead-letters.pub.json");
    String before = Files.readString(file);
    Files.delete(file);
    assertThat(keys(PASSPHRASE, "export-public").exit()).isZero();
    assertThat(Files.readString(file)).isEqualTo(before);
    Files.delete(directory.resolve("keys/dead-letters.json"));
    assertThat(keys(PASSPHRASE, "export-public").exit()).isEqualTo(3);
  }

  private static boolean json(Path file) {
    return file.toString().endsWith(".json");
  }

  private Ran keys(Map<String, String> environment, String command, String... rest) {
    String[] arguments =
        Stream.concat(
                Stream.of("keys", command, "--keys", directory.resolve("keys").toString()),
                Stream.of(rest))
            .toArray(String[]::new);
    return Ran.weir(environment, arguments);
  }
}
